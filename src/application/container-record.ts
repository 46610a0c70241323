import type { RejectionReason } from "@/domain/document/document";

/** A file in an archive or a message: the document that came of it, or why none did. */
export interface ContainerEntryRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly containerId: string;
  /** Its place in the container, from 1. */
  readonly position: number;
  readonly path: string;
  readonly sha256: string | null;
  readonly documentId: string | null;
  readonly isDuplicate: boolean;
  readonly reason: RejectionReason | null;
}
