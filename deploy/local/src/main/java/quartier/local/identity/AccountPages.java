package quartier.local.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Sign up, sign in, sign out. */
@Controller
class AccountPages {

    /** Letters and digits that nobody mistakes for each other. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int MEMBER_ID_LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final HttpSessionRequestCache interrupted = new HttpSessionRequestCache();
    private final People people;
    private final PasswordEncoder passwords;
    private final AuthenticationManager accounts;
    private final SecurityContextRepository sessions;
    private final IdentityProperties identity;

    AccountPages(
            People people,
            PasswordEncoder passwords,
            AuthenticationManager accounts,
            SecurityContextRepository sessions,
            IdentityProperties identity) {
        this.people = people;
        this.passwords = passwords;
        this.accounts = accounts;
        this.sessions = sessions;
        this.identity = identity;
    }

    /** bcrypt reads no more than 72 bytes of a password. */
    record SignUp(
            @NotBlank @Size(max = 80) String name,
            @NotBlank @Email @Size(max = 200) String email,
            @NotBlank @Size(min = 8, max = 72) String password,
            @Pattern(regexp = "fr|en") String language) {}

    @ModelAttribute("gateway")
    String gateway() {
        return identity.gateway().toString();
    }

    @GetMapping("/")
    String home(Model model, @Nullable Authentication caller) {
        if (caller != null) {
            people.byMemberId(caller.getName()).ifPresent(person -> model.addAttribute("person", person));
        }
        return "home";
    }

    @GetMapping("/sign-in")
    String signIn(Model model) {
        model.addAttribute("demoPeople", identity.demoPeople());
        model.addAttribute("demoPassword", identity.demoPassword());
        return "sign-in";
    }

    @GetMapping("/sign-up")
    String signUp(Model model, Locale locale) {
        model.addAttribute("signUp", new SignUp("", "", "", locale.getLanguage()));
        return "sign-up";
    }

    @PostMapping("/sign-up")
    String signUp(
            @Valid SignUp signUp, BindingResult errors, HttpServletRequest request, HttpServletResponse response) {
        if (!errors.hasErrors() && !people.add(personOf(signUp))) {
            errors.rejectValue("email", "taken");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return "sign-up";
        }
        enter(signUp, request, response);
        var saved = interrupted.getRequest(request, response);
        return "redirect:" + (saved == null ? identity.gateway().toString() : saved.getRedirectUrl());
    }

    private Person personOf(SignUp signUp) {
        var id = new StringBuilder("m-");
        for (int i = 0; i < MEMBER_ID_LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Person(
                id.toString(),
                signUp.email(),
                signUp.name().strip(),
                signUp.language(),
                List.of(),
                String.valueOf(passwords.encode(signUp.password())));
    }

    /** Whoever has just signed up is signed in. The session's id changes, as at any sign-in. */
    private void enter(SignUp signUp, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(accounts.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(signUp.email(), signUp.password())));
        request.getSession();
        request.changeSessionId();
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
