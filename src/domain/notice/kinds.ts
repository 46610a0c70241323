/** Who may be told of a kind: people of one kind of organisation, or of either, with one of the roles. */
export interface Audience {
  readonly of: "broker" | "authority" | "either";
  readonly roles: readonly NoticeRole[];
  /** Told by default only to who opened the shipment: what goes well is many, and concerns few. */
  readonly isOwnByDefault?: true;
}

export type NoticeRole = "broker" | "officer" | "admin";

/** Everything that people are told of, and who. The set is closed: what is not in it is told to nobody. */
export const NOTICES = {
  declaration_refused: { of: "broker", roles: ["broker"] },
  documents_requested: { of: "broker", roles: ["broker"] },
  papers_missing: { of: "broker", roles: ["broker"] },
  held_for_review: { of: "broker", roles: ["broker", "officer"] },
  inspection_ordered: { of: "broker", roles: ["broker"] },
  gate_one_released: { of: "broker", roles: ["broker"], isOwnByDefault: true },
  both_gates_released: { of: "broker", roles: ["broker"], isOwnByDefault: true },
  message_failed: { of: "broker", roles: ["broker", "admin"] },
  message_unanswered: { of: "broker", roles: ["broker", "admin"] },
  answer_quarantined: { of: "broker", roles: ["broker", "admin"] },
  permit_expiring: { of: "broker", roles: ["broker"] },
  guarantee_short: { of: "broker", roles: ["broker", "admin"] },
  return_ending: { of: "broker", roles: ["broker"] },
  case_waiting: { of: "authority", roles: ["officer"] },
  question_answered: { of: "authority", roles: ["officer"] },
  alert_raised: { of: "authority", roles: ["officer"] },
  authorisation_expiring: { of: "authority", roles: ["admin"] },
  log_incident: { of: "authority", roles: ["admin"] },
  aeo_review_due: { of: "broker", roles: ["broker", "admin"] },
  aeo_application: { of: "broker", roles: ["broker", "admin"] },
  job_dead: { of: "either", roles: ["admin"] },
} as const satisfies Record<string, Audience>;

export type NoticeKind = keyof typeof NOTICES;
export const NOTICE_KINDS = Object.keys(NOTICES) as readonly NoticeKind[];

/** Whether the text names a kind. */
export function isNoticeKind(text: string): text is NoticeKind {
  return Object.hasOwn(NOTICES, text);
}

/** Which organisations are told of the kind. */
export function audienceOf(kind: NoticeKind): Audience {
  return NOTICES[kind];
}

/** Whether somebody of such an organisation with these roles may be told of the kind. */
export function mayBeTold(
  kind: NoticeKind,
  { organisationKind, roles }: { readonly organisationKind: "broker" | "authority"; readonly roles: readonly string[] },
): boolean {
  const { of, roles: told } = audienceOf(kind);
  return isOfKind(of, organisationKind) && told.some((role) => roles.includes(role));
}

/** The kinds that an organisation can be told of at all. */
export function kindsOf(organisationKind: "broker" | "authority"): readonly NoticeKind[] {
  return NOTICE_KINDS.filter((kind) => isOfKind(audienceOf(kind).of, organisationKind));
}

function isOfKind(of: Audience["of"], organisationKind: "broker" | "authority"): boolean {
  return of === "either" || of === organisationKind;
}

/** Those of a broker that are about no shipment of one's own. */
const OF_NO_SHIPMENT: readonly NoticeKind[] = [
  "answer_quarantined",
  "permit_expiring",
  "guarantee_short",
  "aeo_review_due",
  "aeo_application",
  "job_dead",
];

/** Whether the kind can be limited to shipments that one opened: what an authority is told, it opened none of. */
export function isOfShipment(kind: NoticeKind): boolean {
  return audienceOf(kind).of === "broker" && !OF_NO_SHIPMENT.includes(kind);
}
