import type { LocalDate } from "../shared/local-date";
import { err, ok, type Result } from "../shared/result";
import type { Reference } from "../tariff/reference";
import type { DeclarationDraft, DraftLine } from "./assemble";
import { checkArithmetic } from "./check-arithmetic";
import { checkCodes } from "./check-codes";
import { checkDocuments } from "./check-documents";
import { checkForm } from "./check-form";
import { checkTariff } from "./check-tariff";
import { type DeclarationContent, type DeclarationLine, isRetail } from "./declaration";
import { type Fact, isUnsure } from "./facts";
import type { Issue } from "./issue";
import { type Leaf, leafIssue } from "./leaf";

interface Question {
  readonly draft: DeclarationDraft;
  readonly facts: readonly Fact[];
  readonly reference: Reference;
  readonly day: LocalDate;
}

/**
 * Everything that is missing, doubtful or contradictory in a draft: each issue names the field, the document and who
 * must act. Errors stop the submission, warnings are acknowledged.
 */
export function checkDeclaration(question: Question): readonly Issue[] {
  const { draft, facts, reference, day } = question;
  return [
    ...missing(draft),
    ...unsure(draft, facts),
    ...checkForm(draft, reference, day),
    ...checkCodes(draft, facts),
    ...checkTariff(draft, reference, day),
    ...checkDocuments(draft, facts),
    ...checkArithmetic(draft),
  ];
}

/** The content of a draft that has no error left; else the errors. */
export function completeDeclaration(question: Question): Result<DeclarationContent, readonly Issue[]> {
  const errors = checkDeclaration(question).filter((each) => each.severity === "error");
  const content = errors.length > 0 ? null : toContent(question.draft);
  return content ? ok(content) : err(errors);
}

const REQUIRED = [
  "invoiceNumber",
  "invoiceDate",
  "seller",
  "buyer",
  "currency",
  "invoiceTotal",
  "incoterm",
  "transportNumber",
  "packages",
  "grossWeightKg",
] as const;
const LINE_REQUIRED = ["description", "commodityCode", "quantity", "amount", "origin"] as const;

function missing(draft: DeclarationDraft): readonly Issue[] {
  const header = REQUIRED.filter((name) => isBlank(draft[name])).map((name) =>
    leafIssue("value_missing", name, null, { field: name }),
  );
  const lines = draft.lines.flatMap((line) =>
    LINE_REQUIRED.filter((name) => isBlank(line[name])).map((name) =>
      leafIssue("line_value_missing", `lines.${line.number}.${name}`, line.description, {
        field: name,
        line: String(line.number),
      }),
    ),
  );
  const noLines = draft.lines.length === 0 ? [leafIssue("lines_missing", "lines", draft.invoiceNumber, {})] : [];
  const noConsumer =
    isRetail(draft.regime) && draft.consumer === null ? [leafIssue("consumer_missing", "consumer", null, {})] : [];
  return [...header, ...noLines, ...lines, ...noConsumer];
}

function isBlank(leaf: Leaf): boolean {
  return leaf === null || leaf.value.trim() === "";
}

/** Values that the machine is not sure of and that no person has confirmed. */
function unsure(draft: DeclarationDraft, facts: readonly Fact[]): readonly Issue[] {
  const doubtful = new Set(facts.filter(isUnsure).map((fact) => fact.id));
  return leavesOf(draft).flatMap(([path, leaf]) =>
    leaf?.source.fieldId && doubtful.has(leaf.source.fieldId)
      ? [leafIssue("value_unsure", path, leaf, { field: path.split(".").at(-1) ?? path, value: leaf.value })]
      : [],
  );
}

/** Every leaf of a draft with its path. */
export function leavesOf(draft: DeclarationDraft): readonly (readonly [string, Leaf])[] {
  const { lines, regime: _regime, consumer: _consumer, adjustments, ...header } = draft;
  const ofLines = lines.flatMap(({ number, ...leaves }) =>
    Object.entries(leaves).map(([name, leaf]) => [`lines.${number}.${name}`, leaf] as const),
  );
  const adjusted = Object.entries(adjustments).map(([kind, leaf]) => [`adjustments.${kind}`, leaf] as const);
  return [...Object.entries(header), ...adjusted, ...ofLines];
}

type Required = Pick<DeclarationContent, (typeof REQUIRED)[number]>;
type LineRequired = Pick<DeclarationLine, (typeof LINE_REQUIRED)[number]>;

function toContent(draft: DeclarationDraft): DeclarationContent | null {
  const lines = draft.lines.flatMap((line) => (isCompleteLine(line) ? [line] : []));
  return isComplete(draft) && lines.length === draft.lines.length ? { ...draft, lines } : null;
}

function isComplete(draft: DeclarationDraft): draft is DeclarationDraft & Required {
  return REQUIRED.every((name) => draft[name] !== null);
}

function isCompleteLine(line: DraftLine): line is DraftLine & LineRequired {
  return LINE_REQUIRED.every((name) => line[name] !== null);
}
