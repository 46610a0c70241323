import { CONSIGNEE_DIFFERS } from "../clearance/requirements";
import { type Fact, isSettled } from "../declaration/facts";
import { TRANSPORT_DOCUMENT_TYPES } from "../document/document";
import { SURE } from "../extraction/field";
import { weightsDiffer } from "../selectivity/oddities";
import type { Correction, RemedyStep, StepKind } from "./step";

/** A requirement of the gate, as far as it says what meets it. */
export interface AskedRequirement {
  readonly code: string;
  readonly state: string;
  readonly reason: string;
  /** Whether the number of a paper meets it; a match of facts is met by facts alone. */
  readonly asksPaper: boolean;
}

interface Known {
  readonly requirements: readonly AskedRequirement[];
  readonly facts: readonly Fact[];
  /** Whether the tax is asked for at this gate and not secured. */
  readonly owesTax: boolean;
  /** Whether an officer has the goods, so that one can be asked to look at them. */
  readonly isWithOfficer: boolean;
}

/** Every step of the closed list that somebody could take now. */
export function possibleSteps({ requirements, facts, owesTax, isWithOfficer }: Known): readonly RemedyStep[] {
  const papers = requirements.flatMap((each) => {
    if (each.state !== "missing" || !each.asksPaper) return [];
    const kind = kindOf(each);
    return [step(kind, each.code, { requirement: each.code })];
  });
  return [
    ...papers,
    ...(owesTax ? [step("secure_tax", "tax", {})] : []),
    ...correctionsOf(facts).map((correction) => step("correct_value", correction.fieldId, { correction })),
    ...(isWithOfficer ? [step("request_inspection", "goods", {})] : []),
  ];
}

function step(kind: StepKind, key: string, what: Partial<Pick<RemedyStep, "requirement" | "correction">>): RemedyStep {
  return { id: `${kind}:${key}`, kind, who: "broker", requirement: null, correction: null, ...what };
}

function kindOf({ code, reason }: AskedRequirement): StepKind {
  if (reason === CONSIGNEE_DIFFERS) return "name_contract";
  return code === "origin_proof" ? "get_origin_certificate" : "attach_paper";
}

const COMPARED = [
  {
    name: "gross_weight_kg",
    declared: "declaredGrossKg",
    transport: "transportGrossKg",
    differs: weightsDiffer,
  },
  {
    name: "packages",
    declared: "declaredPackages",
    transport: "transportPackages",
    differs: (a: string, b: string) => a !== b,
  },
] as const;

/**
 * Values that another paper contradicts and outranks: the machine read them and nobody vouches for them, while of the
 * other somebody does, or it was read surely. What a person confirmed or corrected is never among them.
 */
export function correctionsOf(facts: readonly Fact[]): readonly Correction[] {
  return COMPARED.flatMap(({ name, declared, transport, differs }) => {
    const stated = facts.filter(
      (fact) => fact.name === name && fact.line === null && fact.status !== "rejected" && fact.documentType !== null,
    );
    // The facts of risk take the first statement of each side, so that the first is what is to be corrected.
    const onTransport = stated.find(isOnTransport);
    const elsewhere = stated.find((fact) => !isOnTransport(fact));
    if (!onTransport || !elsewhere || !differs(elsewhere.value, onTransport.value)) return [];
    if (outranks(onTransport, elsewhere)) return [correction(elsewhere, onTransport, declared)];
    if (outranks(elsewhere, onTransport)) return [correction(onTransport, elsewhere, transport)];
    return [];
  });
}

function isOnTransport({ documentType }: Fact): boolean {
  return documentType !== null && TRANSPORT_DOCUMENT_TYPES.includes(documentType);
}

/** Who a person vouches for outranks what only the machine read; of two readings the sure one outranks the unsure. */
function outranks(evidence: Fact, value: Fact): boolean {
  if (isSettled(value)) return false;
  if (value.precedence === "prevails" || evidence.precedence === "yields") return false;
  return isSettled(evidence) || (evidence.confidence >= SURE && value.confidence < SURE);
}

function correction(value: Fact, evidence: Fact, figure: Correction["figure"]): Correction {
  return {
    fieldId: value.id,
    documentId: value.documentId ?? "",
    figure,
    from: value.value,
    to: evidence.value,
    evidenceFieldId: evidence.id,
  };
}
