package quartier.notification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.notification.notice.Addressee;
import quartier.notification.notice.Backings;
import quartier.notification.notice.Contacts;
import quartier.notification.notice.Follows;
import quartier.notification.notice.MemberData;
import quartier.notification.notice.Notices;
import quartier.notification.notice.Operators;
import quartier.notification.notice.Postman;
import quartier.notification.notice.Projects;
import quartier.notification.notice.TellMembers;
import quartier.notification.notice.Unsubscribe;
import quartier.notification.notice.Unsubscriptions;
import quartier.notification.notice.Wording;

/** Makes the use cases, which know no framework, from the adapters. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    @Bean
    TellMembers tellMembers(
            Projects projects,
            Follows follows,
            Backings backings,
            Operators operators,
            Contacts contacts,
            Notices notices,
            Postman postman) {
        return new TellMembers(projects, follows, backings, operators, contacts, notices, postman);
    }

    @Bean
    Unsubscribe unsubscribe(Unsubscriptions unsubscriptions, Follows follows, Contacts contacts) {
        return new Unsubscribe(unsubscriptions, follows, contacts);
    }

    @Bean
    MemberData memberData(
            Contacts contacts,
            Follows follows,
            Backings backings,
            Notices notices,
            Unsubscriptions unsubscriptions,
            Operators operators) {
        return new MemberData(contacts, follows, backings, notices, unsubscriptions, operators);
    }

    @Bean
    Addressee addressee(Contacts contacts, Follows follows) {
        return new Addressee(contacts, follows);
    }

    @Bean
    Wording wording() {
        return new Wording();
    }
}
