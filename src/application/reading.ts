import type { DocumentType, MediaType, RejectionReason } from "@/domain/document/document";
import type { ReadField } from "@/domain/extraction/field";
import type { Layout } from "@/domain/extraction/learned/layout-lesson";
import type { PageText } from "@/domain/extraction/words";
import type { Result } from "@/domain/shared/result";

/** One page as soon as it is read. */
export interface ReadPage {
  readonly page: PageText;
  /** The upright page as a WebP picture; the caller takes it away before the next page comes. */
  readonly imagePath: string;
  readonly pageCount: number;
  /** What the pages say up to this one, so that the person sees the first values before the last page; null on later pages. */
  readonly soFar: PartlyRead | null;
}

/** The type of a document and its fields, as far as the pages that were read tell. */
export interface PartlyRead {
  readonly type: DocumentType;
  readonly typeConfidence: number;
  readonly fields: readonly ReadField[];
}

/** What a whole document says. */
export interface ReadDocument extends PartlyRead {
  readonly pageCount: number;
}

/** Reads a document page by page. A file at fault is refused with its reason; a reader that was stopped throws. */
export interface DocumentReader {
  read(
    input: {
      readonly path: string;
      readonly mediaType: MediaType;
      /** What is known of how the papers of the organisation look; nothing unless it is told. */
      readonly layouts?: readonly Layout[];
    },
    onPage: (page: ReadPage) => Promise<void>,
  ): Promise<Result<ReadDocument, { readonly kind: "file_rejected"; readonly reason: RejectionReason }>>;
}

/** Looks at the bytes of a file, not at its name, and says what it is or why it will not be read. */
export interface FileInspector {
  inspect(path: string): Promise<Result<MediaType, RejectionReason>>;
}
