import type { DocumentType } from "../document/document";
import { SURE } from "../extraction/field";
import type { Box, FeedSource, Method, Source, Sourced } from "../shared/sourced";

/** A value that a document or a person states about a shipment. */
export interface Fact {
  readonly id: string;
  readonly documentId: string | null;
  /** Null for what a person typed without a document. */
  readonly documentType: DocumentType | null;
  readonly name: string;
  readonly line: number | null;
  readonly value: string;
  readonly page: number | null;
  readonly box: Box | null;
  readonly confidence: number;
  readonly method: Method;
  readonly status: "suggested" | "confirmed" | "corrected" | "rejected";
  readonly confirmedBy: string | null;
  /** What a person ruled where documents contradict each other: this one is right, or another is. */
  readonly precedence?: Precedence;
  /** The record of a feed that states it, instead of a document. */
  readonly feed?: FeedSource;
}

/** The ruling between documents that say different things; null while nobody ruled. */
export type Precedence = "prevails" | "yields" | null;

/** Whether a person vouches for it. */
export function isSettled(fact: Fact): boolean {
  return fact.status === "confirmed" || fact.status === "corrected";
}

/**
 * Whether a person must look at it before it may be declared. Who held another paper right has looked at it; a sum that
 * yields says nothing of the lines that make it.
 */
export function isUnsure({
  status,
  confidence,
  line,
  precedence,
}: Pick<Fact, "status" | "confidence" | "line" | "precedence">): boolean {
  return status === "suggested" && confidence < SURE && !(precedence === "yields" && line === null);
}

/** The fact's value together with where it came from. */
export function toSourced(fact: Fact): Sourced<string> {
  const source: Source = {
    // What a feed states is no field that a person could settle; it is mended by its sender.
    fieldId: fact.feed ? null : fact.id,
    documentId: fact.documentId,
    page: fact.page,
    box: fact.box,
    confidence: isSettled(fact) ? 1 : fact.confidence,
    method: fact.method,
    confirmedBy: fact.confirmedBy,
    ...(fact.feed ? { feed: fact.feed } : {}),
  };
  return { value: fact.value, source };
}
