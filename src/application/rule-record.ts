import type { RuleCheck, RuleContent } from "@/contracts/rules";
import type { ActiveSwitch } from "@/domain/risk-rules/apply-rules";
import type { Backtest } from "@/domain/risk-rules/backtest";
import type { HitReason } from "@/domain/risk-rules/evaluate-rule";
import type { RuleLane, VersionState } from "@/domain/risk-rules/rule";
import type { LocalDate } from "@/domain/shared/local-date";

export interface RuleRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly code: string;
  readonly origin: "own" | "rule_pack";
}

/** Who wrote a part of something, and who held their password link when they did. */
export interface Author {
  readonly id: string;
  readonly name: string;
  readonly linkedBy: string | null;
}

export interface RuleVersionRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly ruleId: string;
  readonly number: number;
  readonly state: VersionState;
  readonly revision: number;
  readonly content: RuleContent;
  readonly author: Author;
  /** Everybody who wrote a part of it, the author among them. */
  readonly authors: readonly Pick<Author, "id" | "linkedBy">[];
  readonly checks: RuleCheck | null;
  readonly lists: readonly string[];
  readonly shadowSince: Date | null;
  readonly createdAt: Date;
}

export interface BacktestRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly versionId: string;
  readonly at: Date;
  readonly ranByName: string;
  readonly result: Backtest;
  /** Hex sha-256 of the result: the same rule over the same history has the same. */
  readonly resultHash: string;
}

/** From a day on a version of a rule is in force, or none is; the last that was written of those whose day has come counts. */
export interface ActivationRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly ruleId: string;
  readonly versionId: string | null;
  readonly kind: "approval" | "rollback" | "retirement" | "pack";
  readonly fromDay: LocalDate;
  readonly at: Date;
  readonly by: string;
  readonly byName: string;
  readonly reason: string | null;
  readonly acknowledgesNoHits: boolean;
}

export interface NamedListRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly state: "proposed" | "current" | "rejected";
  readonly entries: readonly string[];
  readonly author: Author;
  readonly createdAt: Date;
}

export interface SwitchRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly kind: ActiveSwitch["kind"];
  readonly value: string;
  readonly isOn: boolean;
  readonly reason: string;
  readonly by: string;
  readonly byName: string;
  readonly at: Date;
}

/** A hit as it is logged: of a rule in force, selected or not, or of one in shadow. */
export interface RuleHitRecord {
  /** The authority. */
  readonly organisationId: string;
  readonly id: string;
  readonly ruleId: string;
  readonly versionId: string;
  readonly entryId: string | null;
  readonly source: {
    readonly organisationId: string;
    readonly shipmentId: string;
    readonly clearanceId: string;
  } | null;
  readonly lane: RuleLane;
  readonly isShadow: boolean;
  readonly isSelected: boolean;
  readonly facts: readonly HitReason[];
  readonly at: Date;
}

/** A version that is evaluated on a day, as it is kept. */
export interface EvaluatedVersion {
  readonly rule: RuleRecord;
  readonly version: RuleVersionRecord;
  readonly isShadow: boolean;
  readonly unselectedInARow: number;
}

/** Everything that the assessment needs of an authority's rules. */
export interface RulesInForce {
  readonly versions: readonly EvaluatedVersion[];
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
  readonly switches: readonly ActiveSwitch[];
}

/** An authority's rules of risk, inside one transaction. A broker's transaction adds hits, and reads nothing. */
export interface RuleStore {
  /** Whoever changes the rules of the authority waits until no other does. */
  lock(): Promise<void>;
  get(ruleId: string): Promise<RuleRecord | null>;
  byCode(code: string): Promise<RuleRecord | null>;
  add(rule: RuleRecord): Promise<void>;
  /** The versions of a rule, the latest first. */
  versions(ruleId: string): Promise<readonly RuleVersionRecord[]>;
  addVersion(version: Omit<RuleVersionRecord, "revision" | "authors">): Promise<void>;
  /** Keeps what became of a version; false when somebody else wrote it since it was read. */
  save(
    version: RuleVersionRecord,
    change: Partial<Pick<RuleVersionRecord, "state" | "content" | "checks" | "lists" | "shadowSince">> & {
      readonly reason?: string;
      readonly writtenBy?: Author;
    },
  ): Promise<boolean>;
  addBacktest(backtest: BacktestRecord): Promise<void>;
  lastBacktest(versionId: string): Promise<BacktestRecord | null>;
  /** The activations of a rule, the latest first. */
  activations(ruleId: string): Promise<readonly ActivationRecord[]>;
  activate(activation: ActivationRecord): Promise<void>;
  addHits(hits: readonly RuleHitRecord[]): Promise<void>;
  /** The lists as they are, by name. */
  lists(names?: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** When the last of the lists of these names became current; null where there is none. */
  listsSettledAt(names: readonly string[]): Promise<Date | null>;
  list(id: string): Promise<NamedListRecord | null>;
  /** How many versions a list has. */
  countOfList(name: string): Promise<number>;
  /** Whether a version of a rule that is, was or will be in force, or is in shadow, asks the list. */
  isListInUse(name: string): Promise<boolean>;
  addList(list: NamedListRecord): Promise<void>;
  settleList(id: string, state: "current" | "rejected", by: Pick<Author, "id" | "name">): Promise<boolean>;
  addSwitch(turn: SwitchRecord): Promise<void>;
  /** The switches that are on now; read from the table each time. */
  switches(): Promise<readonly ActiveSwitch[]>;
  /** What is evaluated on a day: rules in force and in shadow, lists, and the switches that are on now. */
  inForce(authorityId: string, day: LocalDate): Promise<RulesInForce>;
}
