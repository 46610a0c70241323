import type { ContainerType, DocumentType, MediaType, RejectionReason } from "@/domain/document/document";
import type { ReadField } from "@/domain/extraction/field";
import type { Layout } from "@/domain/extraction/learned/layout-lesson";
import type { PartReading } from "@/domain/extraction/packet";
import type { Bend, PageText, Word } from "@/domain/extraction/words";
import type { Result } from "@/domain/shared/result";
import type { Box } from "@/domain/shared/sourced";

/** One page as soon as it is read. */
export interface ReadPage {
  readonly page: PageText;
  /** The upright page as a WebP picture; the caller takes it away before the next page comes. */
  readonly imagePath: string;
  readonly pageCount: number;
  /** What the pages say up to this one, so that the person sees the first values before the last page; null on later pages. */
  readonly soFar: PartlyRead | null;
}

/** The type of the first document of a file and its fields, as far as the pages that were read tell. */
export interface PartlyRead {
  readonly type: DocumentType;
  readonly typeConfidence: number;
  readonly fields: readonly ReadField[];
}

/** What a whole file says: each of the documents in it, in the order of its pages; there is one at least. */
export interface ReadDocument {
  readonly pageCount: number;
  readonly parts: readonly PartReading[];
}

/** Reads a document page by page. A file at fault is refused with its reason; a reader that was stopped throws. */
export interface DocumentReader {
  read(
    input: {
      readonly path: string;
      readonly mediaType: MediaType;
      /** Whose file it is: those of one organisation may be read one after the other by one process; else none is shared. */
      readonly organisationId?: string;
      /** What is known of how the papers of the organisation look; nothing unless it is told. */
      readonly layouts?: readonly Layout[];
    },
    onPage: (page: ReadPage) => Promise<void>,
  ): Promise<Result<ReadDocument, { readonly kind: "file_rejected"; readonly reason: RejectionReason }>>;
}

/** A file that lies in an archive or a message. */
export interface ContainedFile {
  /** Its name there, with those of the archives and messages around it. */
  readonly entryPath: string;
  /** Where it lies until the caller has taken it; null when it was not unpacked, and `reason` says why. */
  readonly filePath: string | null;
  readonly reason: RejectionReason | null;
}

/** Opens an archive or a message and tells of the files in it, one after the other; gives how many there were. */
export interface ContainerOpener {
  open(
    input: { readonly path: string; readonly mediaType: ContainerType },
    onFile: (file: ContainedFile) => Promise<void>,
  ): Promise<Result<number, { readonly kind: "file_rejected"; readonly reason: RejectionReason }>>;
}

/** Reads a part of one page, larger than the whole page is read. The words come in reading order, placed on the page. */
export interface RegionReader {
  readRegion(region: {
    /** Whose page it is; no process reads pages of two organisations. */
    readonly organisationId: string;
    readonly path: string;
    readonly mediaType: MediaType;
    /** From 1. */
    readonly page: number;
    /** The turn that makes the page upright. */
    readonly rotation: PageText["rotation"];
    /** How the page hung before it was made level. */
    readonly bend?: Bend | undefined;
    readonly box: Box;
  }): Promise<Result<readonly Word[], { readonly kind: "file_rejected"; readonly reason: RejectionReason }>>;
}

/** Looks at the bytes of a file, not at its name, and says what it is or why it will not be read. */
export interface FileInspector {
  inspect(path: string): Promise<Result<MediaType, RejectionReason>>;
}
