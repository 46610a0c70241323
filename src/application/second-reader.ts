import type { DocumentType } from "@/domain/document/document";
import type { HeaderField } from "@/domain/extraction/field";
import type { Result } from "@/domain/shared/result";

/** Why a model gave nothing that can be used. The reading stands without it. */
export type ModelFault = "timeout" | "busy" | "unreachable" | "failed" | "refused" | "unusable" | "too_large";

/** What a model is shown and asked: one page, and the facts that are sought on it. */
export interface ModelQuestion {
  /** The upright page as a WebP picture. */
  readonly picture: Uint8Array;
  readonly type: DocumentType;
  readonly names: readonly HeaderField[];
}

/** A model outside that reads pictures of pages. There is one only where an operator configured it. */
export interface SecondReader {
  /** The name by which the model was asked for. */
  readonly model: string;
  ask(
    question: ModelQuestion,
  ): Promise<Result<readonly { readonly name: HeaderField; readonly text: string }[], ModelFault>>;
}
