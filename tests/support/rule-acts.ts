import { parseCsv } from "@/adapters/csv/parse-csv";
import type { Actor } from "@/application/actor";
import { backtestRule } from "@/application/backtest-rule";
import { checkRule } from "@/application/check-rule";
import { importRuleList, settleRuleList } from "@/application/keep-rule-list";
import { openRule, rejectRule, reviseRule } from "@/application/propose-rule";
import { approveRule, retireRule, rollBackRule, shadowRule } from "@/application/settle-rule";
import { turnSwitch } from "@/application/switch-rule";
import { type RuleContent, ruleContentSchema } from "@/contracts/rules";
import { type House, must } from "./house";

/** What a rule says in the tests: goods of a heading, with a case on each side. */
export function ruleContent(given: Partial<RuleContent> = {}): RuleContent {
  return ruleContentSchema.parse({
    title: "Toys of small weight",
    rationale: "A rule of the tests, and of nothing else",
    citation: "Instruction of these tests, art. 1",
    lane: "yellow",
    expression: 'commodityCode under "9503" and grossKg < 5',
    cases: [
      { name: "light", subject: { commodityCode: "9503004900", grossKg: 2 }, hits: true },
      { name: "heavy", subject: { commodityCode: "9503004900", grossKg: 20 }, hits: false },
    ],
    ...given,
  });
}

/** A rule as a draft of an admin; its id. */
export async function ruleOf(house: House, code: string, given: Partial<RuleContent> = {}): Promise<string> {
  return must(await openRule(house, house.admin, { code, content: ruleContent(given) })).id;
}

interface Ids {
  readonly ruleId: string;
  readonly listId: string;
}

interface Tried {
  readonly house: () => House;
  readonly actor: () => Actor;
  readonly ids: () => Ids;
}

/** Every use case that takes the id of a rule, of a list or the code of a rule, tried by an actor. */
export function ruleActs({ house, actor, ids }: Tried) {
  const name = () => ({ ruleId: ids().ruleId, number: 1 });
  return {
    reviseRule: () => reviseRule(house(), actor(), ids().ruleId, ruleContent()),
    rejectRule: () => rejectRule(house().inTransaction, actor(), name(), "because it is wrong"),
    checkRule: () => checkRule(house(), actor(), name()),
    backtestRule: () => backtestRule(house(), actor(), name(), {}),
    shadowRule: () => shadowRule(house(), actor(), name()),
    approveRule: () => approveRule(house(), actor(), name(), { from: "2099-01-01", acknowledgesNoHits: true }),
    rollBackRule: () => rollBackRule(house(), actor(), ids().ruleId, "because it is wrong"),
    retireRule: () => retireRule(house(), actor(), ids().ruleId, "because it is wrong"),
    settleRuleList: () => settleRuleList(house().inTransaction, actor(), ids().listId, true),
    turnSwitch: () =>
      turnSwitch(house(), actor(), { kind: "rule", value: "FOREIGN", isOn: true, reason: "because it is wrong" }),
  };
}

/** A list from a file, as an admin of the house. */
export function importedList(house: House, name: string, csv: string) {
  return importRuleList({ ...house, parseCsv }, house.admin, name, csv);
}

/** Every query about rules, and what it gives somebody who is of no authority. */
export function ruleQueries(house: () => House, actor: () => Actor) {
  const notTheirs = { ok: false, error: { kind: "forbidden", permission: "read_rule" } };
  const id = "00000000-0000-7000-8000-000000000000";
  return {
    listRules: [() => house().queries.listRules(actor()), notTheirs] as const,
    getRule: [() => house().queries.getRule(actor(), id), notTheirs] as const,
    getBacktest: [() => house().queries.getBacktest(actor(), id), notTheirs] as const,
  };
}
