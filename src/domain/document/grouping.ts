import { compare, parseDecimal } from "../shared/decimal";
import { type DocumentType, INVOICE_TYPES, TRANSPORT_DOCUMENT_TYPES } from "./document";

/** What binds two papers to one shipment, the strongest first; `unclear` where nothing tells to which one it belongs. */
export const BOND_REASONS = [
  "invoice_number",
  "transport_number",
  "container_number",
  "parties_and_figures",
  "parties",
  "unclear",
] as const;
export type BondReason = (typeof BOND_REASONS)[number];

/** Why a paper was put beside another. */
export interface Bond {
  readonly reason: BondReason;
  /** The number that both bear; null where names bind them, which are not written down again. */
  readonly value: string | null;
  readonly documentId: string | null;
  readonly documentName: string | null;
}

/** What of a paper tells to which shipment it belongs. */
export interface Paper {
  readonly id: string;
  readonly fileName: string;
  readonly type: DocumentType | null;
  /** Header values by their names; some names have several. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Papers of one shipment, with what binds each to another of them. */
export interface Group {
  readonly papers: readonly Paper[];
  readonly bonds: ReadonlyMap<string, Bond>;
}

/** How papers that came together fall into shipments. What is unclear stays where it is and is asked. */
export interface Grouping {
  readonly groups: readonly Group[];
  readonly unclear: readonly Paper[];
}

/**
 * Which of the papers that were dropped together belong together. Numbers that they share decide, then names with
 * figures, then names alone where only one shipment has them. Nothing is taken apart unless at least two shipments are
 * plain to see, for whoever drops papers together most often means one.
 */
export function groupPapers(papers: readonly Paper[]): Grouping {
  const clusters = completeByNames(byStrongBonds(papers));
  const clear = clusters.filter((cluster) => isClear(cluster, clusters));
  if (clear.length < 2) return { groups: [toGroup(papers)], unclear: [] };
  return {
    groups: clear
      .map((cluster) => inOrder(papers, cluster))
      .sort(byFirstOf(papers))
      .map(toGroup),
    unclear: clusters.filter((cluster) => !clear.includes(cluster)).flat(),
  };
}

type Cluster = readonly Paper[];

/** As they came, so that the first shipment is the one that was opened for them. */
function inOrder(papers: readonly Paper[], cluster: Cluster): Cluster {
  return papers.filter((paper) => cluster.includes(paper));
}

function byFirstOf(papers: readonly Paper[]): (a: Cluster, b: Cluster) => number {
  const first = ([paper]: Cluster) => (paper ? papers.indexOf(paper) : -1);
  return (a, b) => first(a) - first(b);
}

/** The strongest thing that binds two papers; null when nothing does. */
export function bondBetween(a: Paper, b: Paper): Bond | null {
  const bond = (reason: BondReason, value: string | null): Bond => ({
    reason,
    value,
    documentId: b.id,
    documentName: b.fileName,
  });
  const invoice = shared(a, b, ["invoice_number"]);
  if (invoice) return bond("invoice_number", invoice);
  const transport = shared(a, b, ["transport_number", "master_number"]);
  if (transport) return bond("transport_number", transport);
  const container = shared(a, b, ["container_numbers"]);
  if (container) return bond("container_number", container);
  if (!hasSameReceiver(a, b)) return null;
  return hasSameFigures(a, b) ? bond("parties_and_figures", null) : bond("parties", null);
}

function byStrongBonds(papers: readonly Paper[]): readonly Cluster[] {
  const clusters: Paper[][] = [];
  for (const paper of papers) {
    const bound = clusters.filter((cluster) => cluster.some((other) => isStrong(bondBetween(paper, other))));
    for (const cluster of bound) clusters.splice(clusters.indexOf(cluster), 1);
    clusters.push([...bound.flat(), paper]);
  }
  return clusters.map((cluster) => papers.filter((paper) => cluster.includes(paper)));
}

function isStrong(bond: Bond | null): boolean {
  return bond !== null && bond.reason !== "parties" && bond.reason !== "unclear";
}

/** A cluster without an invoice or without carriage joins the one that its names fit, if there is just one. */
function completeByNames(clusters: readonly Cluster[]): readonly Cluster[] {
  for (const cluster of clusters) {
    if (isComplete(cluster)) continue;
    const fitting = clusters.filter(
      (other) => other !== cluster && sharesNames(cluster, other) && adds(cluster, other),
    );
    const [only] = fitting;
    // Two waybills that fit one invoice are rivals for it: nobody guesses which is its own.
    const rivals = clusters.filter(
      (each) => each !== cluster && only && sharesNames(each, only) && !adds(each, cluster),
    );
    if (!only || fitting.length !== 1 || rivals.some((rival) => rival !== only)) continue;
    const merged = [...only, ...cluster];
    return completeByNames([...clusters.filter((each) => each !== cluster && each !== only), merged]);
  }
  return clusters;
}

/** Whether the two complete each other, instead of being two of the same. */
function adds(a: Cluster, b: Cluster): boolean {
  const bothInvoice = has(a, INVOICE_TYPES) && has(b, INVOICE_TYPES);
  const bothCarriage = has(a, TRANSPORT_DOCUMENT_TYPES) && has(b, TRANSPORT_DOCUMENT_TYPES);
  return !bothInvoice && !bothCarriage;
}

function sharesNames(a: Cluster, b: Cluster): boolean {
  return a.some((paper) => b.some((other) => bondBetween(paper, other) !== null));
}

/** A shipment is plain to see when its papers are bound, or when an invoice is another firm's than all others are. */
function isClear(cluster: Cluster, all: readonly Cluster[]): boolean {
  if (isComplete(cluster)) return true;
  const invoices = all.filter((each) => has(each, INVOICE_TYPES)).length;
  const stands = has(cluster, INVOICE_TYPES) && cluster.some((paper) => receivers(paper).length > 0);
  const isAlone = all.every((each) => each === cluster || !sharesNames(cluster, each));
  return stands && isAlone && invoices > 1;
}

function isComplete(cluster: Cluster): boolean {
  return has(cluster, INVOICE_TYPES) && has(cluster, TRANSPORT_DOCUMENT_TYPES);
}

function has(cluster: Cluster, types: readonly DocumentType[]): boolean {
  return cluster.some((paper) => paper.type !== null && types.includes(paper.type));
}

function toGroup(papers: Cluster): Group {
  const bonds = new Map<string, Bond>();
  for (const [index, paper] of papers.entries()) {
    const others = papers.filter((_, at) => at !== index).flatMap((other) => bondBetween(paper, other) ?? []);
    const strongest = others.reduce<Bond | null>(
      (best, bond) => (best === null || rank(bond) < rank(best) ? bond : best),
      null,
    );
    if (strongest) bonds.set(paper.id, strongest);
  }
  return { papers, bonds };
}

function rank({ reason }: Bond): number {
  return BOND_REASONS.indexOf(reason);
}

function shared(a: Paper, b: Paper, names: readonly string[]): string | null {
  const theirs = new Set(valuesOf(b, names).map(plain));
  return valuesOf(a, names).find((value) => theirs.has(plain(value))) ?? null;
}

function valuesOf({ values }: Paper, names: readonly string[]): readonly string[] {
  // A number of two or three characters is a count or a misreading and binds nothing.
  return names.flatMap((name) => values.get(name) ?? []).filter((value) => plain(value).length >= 4);
}

function hasSameReceiver(a: Paper, b: Paper): boolean {
  const theirs = receivers(b);
  return receivers(a).some((name) => theirs.includes(name));
}

/** To whom the goods go: the consignee, and the buyer where no bank or agent stands between. */
function receivers({ values }: Paper): readonly string[] {
  return ["consignee", "buyer"]
    .flatMap((name) => values.get(name) ?? [])
    .map(plain)
    .filter((name) => name.length >= 4);
}

const FIGURES = ["gross_weight_kg", "packages"];

function hasSameFigures(a: Paper, b: Paper): boolean {
  const both = FIGURES.filter((name) => a.values.has(name) && b.values.has(name));
  return both.length > 0 && both.every((name) => isSame(a.values.get(name)?.[0] ?? "", b.values.get(name)?.[0] ?? ""));
}

function isSame(a: string, b: string): boolean {
  const [first, second] = [parseDecimal(a), parseDecimal(b)];
  return first.ok && second.ok && compare(first.value, second.value) === 0;
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
