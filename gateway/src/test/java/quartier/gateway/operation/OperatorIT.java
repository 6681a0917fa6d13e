package quartier.gateway.operation;

import java.util.Map;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.FakeService;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

/** An operator, Odile, and what waits for her at the pledge-service. */
abstract class OperatorIT extends GatewayIT {

    static final Reply NOTHING_TO_SAY = new Reply(204, "application/json", "", Map.of());
    static final String MONEY = "{\"amount\":2500,\"currency\":\"EUR\"}";
    static final String PART = "{\"count\":3,\"sum\":" + MONEY + "}";

    static FakeService pledges() {
        return SERVICES.of(Service.PLEDGE);
    }

    Browser odile() {
        pledges()
                .on("GET /v1/settlement", """
                    {"paused":false,"perSecond":41.5,"limitPerSecond":100,"items":[{"campaign":"c-1","state":"not_funded",
                     "deadline":"2026-11-20T10:00:00Z","paused":true,"refunds":{"due":%1$s,"done":%1$s,"failed":%1$s},
                     "payouts":[],"cashDue":%2$s,"page":12}]}\
                    """.formatted(PART, MONEY))
                .on("GET /v1/refunds", """
                        {"items":[{"campaign":"p1","refund":"pay-1","pledge":"pl-1","amount":%s,"reason":"not_funded",
                         "attempt":1,"failure":"refused_by_bank","accountGiven":true}]}""".formatted(MONEY))
                .on("GET /v1/payouts", """
                    {"items":[{"campaign":"c-2","payout":"main","owner":"m-alexis","state":"came_back","amount":%s,
                     "attempt":1,"failure":"account_closed"}]}\
                    """.formatted(MONEY))
                .on("GET /v1/disputes", """
                    {"items":[{"id":"dp-1","campaign":"c-2","campaignState":"live","pledge":"pl-2","pledgeState":"disputed",
                     "payment":"pay-2","amount":%1$s,"fee":%1$s,"bornBy":"escrow","state":"open",
                     "openedAt":"2026-11-20T10:00:00Z"}]}\
                    """.formatted(MONEY))
                .on("GET /v1/reviews", """
                        {"items":[{"pledge":"pl-3","campaign":"c-2","amount":%s,"backer":"m-x","reasons":["member-cards"],
                         "since":"2026-11-20T10:00:00Z"}]}""".formatted(MONEY))
                .on("GET /v1/reconciliation", """
                        {"provider":"sandbox","statementReadUntil":"2026-11-20T10:00:00Z","suspended":1,"oldestSeconds":60,
                         "lines":[{"kind":"charge","reference":"pay-9","currency":"EUR","why":"not_in_ledger",
                         "differenceMinorUnits":2500,"since":"2026-11-20T10:00:00Z","ageSeconds":260000,
                         "statement":[{"id":"txn_1","minorUnits":2500,"at":"2026-11-20T10:00:00Z"}],"ledger":[]}]}""")
                .on("GET /v1/lender-repayments", "{\"items\":[]}")
                .on("GET /v1/receipt-bodies", "{\"items\":[]}")
                .on("GET /v1/audit", """
                    {"startedAt":"2026-11-20T10:00:00Z","finishedAt":"2026-11-20T10:01:00Z","mode":"full","campaigns":4,
                     "checks":[{"number":1,"title":"Tout s’équilibre","examined":1200,"unit":"écritures","findings":0,
                     "messages":[]}]}\
                    """);
        return signedIn("m-odile", "Odile", "operator");
    }
}
