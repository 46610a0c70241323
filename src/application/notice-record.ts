import type { NoticeKind } from "@/domain/notice/kinds";
import type { QuietHours } from "@/domain/notice/quiet-hours";
import type { NotificationRule } from "@/domain/notice/rule";
import type { WarningWindow } from "@/domain/notice/warning";
import type { LocalDate } from "@/domain/shared/local-date";
import type { Role } from "./actor";

/** A thing that happened of which people are told. */
export interface NoticeRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly kind: NoticeKind;
  readonly subjectId: string;
  /** Which time it was: with kind and subject it is there once. */
  readonly occasion: string;
  readonly shipmentId: string | null;
  readonly openedBy: string | null;
  readonly causedBy: string | null;
  /** Codes, days, numbers and references; nothing that names a person. */
  readonly facts: Readonly<Record<string, string>>;
  readonly at: Date;
}

/** A member of the organisation, without a name or an address. */
export interface RecipientRecord {
  readonly userId: string;
  readonly roles: readonly Role[];
}

export type MailLanguage = "en" | "zh";

export interface SettingRecord {
  readonly quiet: QuietHours | null;
  readonly language: MailLanguage;
}

/** A notice as one person is told it. */
export interface NewNotification {
  readonly userId: string;
  readonly isInApp: boolean;
  /** When the e-mail is due; null for none. */
  readonly mailDueAt: Date | null;
}

/** What is due to be mailed to one person. */
export interface MailRow {
  readonly id: string;
  readonly attempts: number;
  readonly notice: NoticeRecord;
}

/** What has a clock and is near its end, as the hourly look finds it. */
export interface DueClocks {
  readonly permits: readonly { readonly id: string; readonly number: string; readonly validTo: LocalDate }[];
  readonly authorisations: readonly { readonly id: string; readonly number: string; readonly validTo: LocalDate }[];
  /** Certificates of which the yearly review is near. */
  readonly reviews: readonly { readonly id: string; readonly number: string; readonly reviewOn: LocalDate }[];
  readonly returns: readonly { readonly id: string; readonly shipmentId: string; readonly arriveBy: LocalDate }[];
  /** The first day on which the guarantee is short; null where none is in sight or none is kept. */
  readonly guaranteeShortOn: LocalDate | null;
}

/** What is kept of notices, as use cases reach it. A person reaches their own, the system those of the organisation. */
export interface NoticeStore {
  /** What a notice says of its shipment; null when the transaction does not see it. */
  shipment(id: string): Promise<{
    readonly organisationId: string;
    readonly reference: string;
    readonly openedBy: string;
    readonly officeOrganisationId: string | null;
    readonly openCaseId: string | null;
  } | null>;
  /** False when the same was written down before. */
  add(notice: NoticeRecord): Promise<boolean>;
  get(id: string): Promise<NoticeRecord | null>;
  /** Who is of the organisation, and of which kind that is. */
  recipients(): Promise<{
    readonly organisationKind: "broker" | "authority";
    readonly members: readonly RecipientRecord[];
  }>;
  /** The rules that people made for a kind, by person. */
  rulesFor(kind: NoticeKind): Promise<ReadonlyMap<string, NotificationRule>>;
  settings(userIds: readonly string[]): Promise<ReadonlyMap<string, SettingRecord>>;
  /** Who was told before is not told again. */
  notify(notice: NoticeRecord, told: readonly NewNotification[]): Promise<void>;
  /** Tells the screens of these people, when the transaction is committed. */
  ring(userIds: readonly string[]): Promise<void>;
  /**
   * What is due to be mailed to the person and claimed by nobody, claimed until then; the oldest first. What was claimed so
   * often before and never settled is given up: its process died on it each time.
   */
  claimMail(
    userId: string,
    until: Date,
    most: { readonly rows: number; readonly attempts: number },
  ): Promise<readonly MailRow[]>;
  /** When the first claim on mail of the person ends; null where none is claimed. */
  claimedUntil(userId: string): Promise<Date | null>;
  settleMail(
    ids: readonly string[],
    outcome:
      | { readonly state: "sent" }
      | { readonly state: "due"; readonly dueAt: Date; readonly error: string }
      | { readonly state: "failed"; readonly error: string },
  ): Promise<void>;
  /** Those of the person that were not read, up to and with the one that is named; all where none is. How many. */
  markRead(userId: string, ids: readonly string[] | "all"): Promise<number>;
  saveRules(userId: string, rules: readonly NotificationRule[]): Promise<void>;
  saveSetting(userId: string, setting: SettingRecord): Promise<void>;
  /**
   * What ends within the windows and was not told of as of them, the first to end first and so many of each kind at most;
   * and whether the guarantee reaches.
   */
  dueClocks(asked: {
    readonly expiry: readonly WarningWindow[];
    readonly returns: readonly WarningWindow[];
    readonly most: number;
  }): Promise<DueClocks>;
}
