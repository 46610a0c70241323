/** What is said of a passport that somebody else issued. The first five are of a signature that is right. */
export const VERDICTS = [
  ...(["valid", "expired", "not_yet", "suspended", "revoked"] as const),
  ...(["status_unknown", "replayed", "forged", "key_unknown"] as const),
  ...(["issuer_unlisted", "issuer_unreachable", "unsigned", "malformed", "not_our_schema"] as const),
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Whose it is to mend what a verdict says. */
export type VerdictOwner = "nobody" | "issuer" | "sender" | "operator" | "time";

/** Who can do something about a verdict. */
export const OWNERS: Readonly<Record<Verdict, VerdictOwner>> = {
  valid: "nobody",
  expired: "issuer",
  not_yet: "time",
  suspended: "issuer",
  revoked: "issuer",
  status_unknown: "issuer",
  replayed: "issuer",
  forged: "sender",
  key_unknown: "issuer",
  issuer_unlisted: "operator",
  issuer_unreachable: "issuer",
  unsigned: "sender",
  malformed: "sender",
  not_our_schema: "issuer",
};

/** What the instants of a passport say at one of them. */
export function verdictOfDates(
  { validFrom, validUntil }: { readonly validFrom: string; readonly validUntil?: string | undefined },
  now: Date,
): "valid" | "expired" | "not_yet" {
  if (Date.parse(validFrom) > now.getTime()) return "not_yet";
  return validUntil !== undefined && Date.parse(validUntil) < now.getTime() ? "expired" : "valid";
}
