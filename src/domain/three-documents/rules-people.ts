import { isResidentNumber } from "../declaration/consumer";
import { compare, formatDecimal } from "../shared/decimal";
import { isLocalDate } from "../shared/local-date";
import type { MatchContext } from "./context";
import type { Person, Triple } from "./documents";
import { addressSimilarity, foldAddress, foldIdentity, foldName, foldPhone, type Simplify } from "./normalise";
import { type Finding, finding, type MatchOwner, type RuleResult, resultOf, type Stated, stated } from "./outcome";

/** The identity document that retail imports are declared with: 1, the resident identity card. */
const RESIDENT_CARD = "1";

/** M07: the buyer of the declaration is the buyer of the order, by name and resident number. */
export function buyers({ order, inventory }: Triple, { simplify }: MatchContext): RuleResult {
  const values = ofPeople("buyer", ["order", order.buyer], ["inventory", inventory.buyer]);
  const type = [
    stated("order", "buyerIdType", order.buyer.idType),
    stated("inventory", "buyerIdType", inventory.buyer.idType),
  ];
  const isResident = type.every((each) => each.value === RESIDENT_CARD);
  return resultOf("M07", "hard", values, [
    ...personFindings("buyer", "broker", values, simplify),
    ...(isResident ? [] : [finding({ reason: "not_resident_card", owner: "platform", values: type })]),
  ]);
}

/**
 * M08: the payer is the buyer, unless the body that the state authorised confirmed who the buyer is, and the number of
 * that confirmation is there. GACC Announcement 194 of 2018, art. 6.
 */
export function payers({ order, payment }: Triple, { simplify }: MatchContext): RuleResult {
  const values = ofPeople("payer", ["order", order.buyer], ["payment", payment.payer]);
  const found = personFindings("payer", "payment_firm", values, simplify);
  const isAuthenticated = order.identityCheck === "passed" && order.identityEvidence !== null;
  return resultOf("M08", "hard", values, isAuthenticated ? [] : found);
}

/** M09: identity numbers have their check character and a day of birth that exists. GB 11643-1999. */
export function identities({ order, payment }: Triple): RuleResult {
  const values = [
    stated("order", "buyerIdNumber", order.buyer.idNumber, "identity"),
    stated("payment", "payerIdNumber", payment.payer.idNumber, "identity"),
  ];
  const owners: readonly MatchOwner[] = ["platform", "payment_firm"];
  const findings = values.flatMap((each, index) =>
    isIdentity(each.value)
      ? []
      : [finding({ reason: "identity_malformed", owner: owners[index] ?? "platform", values: [each] })],
  );
  return resultOf("M09", "hard", values, findings);
}

/** M10: the parcel goes to whom the order names: name and telephone exactly, the address in all but its spelling. */
export function recipients({ order, waybill }: Triple, { simplify, law }: MatchContext): RuleResult {
  const pair = (field: string, name: "name" | "phone" | "address") =>
    [
      stated("order", field, order.recipient[name], name),
      stated("waybill", field, waybill.recipient[name], name),
    ] as const;
  const [names, phones, addresses] = [
    pair("consignee", "name"),
    pair("consigneeTelephone", "phone"),
    pair("consigneeAddress", "address"),
  ];
  const findings: Finding[] = [];
  if (foldName(names[0].value, simplify) !== foldName(names[1].value, simplify))
    findings.push(finding({ reason: "recipient_differs", owner: "carrier", values: names }));
  if (foldPhone(phones[0].value) !== foldPhone(phones[1].value))
    findings.push(finding({ reason: "phone_differs", owner: "carrier", values: phones }));
  findings.push(...addressFindings(addresses, simplify, law.values.match_address_similarity));
  return resultOf("M10", "hard", [...names, ...phones, ...addresses], findings);
}

function addressFindings(
  values: readonly [Stated, Stated],
  simplify: Simplify,
  least: MatchContext["law"]["values"]["match_address_similarity"],
): readonly Finding[] {
  const [first, second] = values;
  if (foldAddress(first.value, simplify) === foldAddress(second.value, simplify)) return [];
  const likeness = addressSimilarity(first.value, second.value, simplify);
  if (compare(likeness, least) >= 0) return [];
  return [
    finding({
      reason: "address_unlike",
      outcome: "review",
      severity: "warn",
      owner: "carrier",
      values,
      parameters: { likeness: formatDecimal(likeness), least: formatDecimal(least) },
    }),
  ];
}

type Named = readonly [source: "order" | "payment" | "inventory", person: Person];

function ofPeople(as: "buyer" | "payer", ...people: readonly Named[]): readonly Stated[] {
  const role = (source: Named[0]) => (source === "payment" ? "payer" : as === "payer" ? "buyer" : as);
  return [
    ...people.map(([source, person]) => stated(source, `${role(source)}Name`, person.name, "name")),
    ...people.map(([source, person]) => stated(source, `${role(source)}IdNumber`, person.idNumber, "identity")),
  ];
}

function personFindings(
  who: "buyer" | "payer",
  owner: MatchOwner,
  [name, otherName, number, otherNumber]: readonly Stated[],
  simplify: Simplify,
): readonly Finding[] {
  if (!name || !otherName || !number || !otherNumber) return [];
  const isName = foldName(name.value, simplify) === foldName(otherName.value, simplify);
  const isNumber = foldIdentity(number.value) === foldIdentity(otherNumber.value);
  return [
    ...(isName ? [] : [finding({ reason: `${who}_name_differs`, owner, values: [name, otherName] })]),
    ...(isNumber ? [] : [finding({ reason: `${who}_identity_differs`, owner, values: [number, otherNumber] })]),
  ];
}

/** Whether a resident number can be one at all; whether its person lives, the authority alone knows. */
export function isIdentity(number: string): boolean {
  const folded = foldIdentity(number);
  const born = `${folded.slice(6, 10)}-${folded.slice(10, 12)}-${folded.slice(12, 14)}`;
  return isResidentNumber(folded) && isLocalDate(born);
}
