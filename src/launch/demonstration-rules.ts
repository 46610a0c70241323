import type { Actor } from "@/application/actor";
import { checkRule } from "@/application/check-rule";
import { installRulePack } from "@/application/install-rule-pack";
import { putRuleList } from "@/application/keep-rule-list";
import { openRule } from "@/application/propose-rule";
import type { Failure } from "@/contracts/problem";
import type { Result } from "@/domain/shared/result";
import { services } from "@/runtime/container";

/** The rule pack in force at the authority, a named list, and a rule of its own that waits for its backtest. */
export async function prepareRules(admin: Actor): Promise<void> {
  const ports = services();
  must(await installRulePack(ports, admin.organisationId));
  must(await putRuleList(ports, admin, { name: "watched headings", entries: ["9101", "9102", "3304"] }));
  const { id } = must(
    await openRule(ports, admin, {
      code: "WATCHED-NEW-PAIR",
      content: {
        title: "Watched goods of a new pair of firms",
        titleZh: "新交易双方的重点商品",
        rationale: "Goods of high value and small size, from an exporter who never sent to this importer before.",
        citation: "An example of the demonstration; an instruction of the authority would be named here",
        lane: "yellow",
        expression: 'commodityCode under list("watched headings") and newPair',
        rate: 100,
        maxUnselected: null,
        cases: [
          { name: "Watches of a new exporter", subject: { commodityCode: "9102110000", newPair: true }, hits: true },
          {
            name: "Watches of a known exporter",
            subject: { commodityCode: "9102110000", newPair: false },
            hits: false,
          },
        ],
      },
    }),
  );
  must(await checkRule(ports, admin, { ruleId: id, number: 1 }));
}

function must<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  throw new Error(`The demonstration was refused: ${JSON.stringify(result.error)}`);
}
