import type { DocumentView } from "@/contracts/views/document";
import { ApiProblem, type Problem } from "@/ui/parts/api-client";

interface Uploaded {
  readonly document: DocumentView;
  readonly isDuplicate: boolean;
  /** Whether more files may join its shipment. */
  readonly isOpen: boolean;
}

/**
 * Sends a file and tells how much of it is sent; only XMLHttpRequest knows that. Without a shipment the file begins one,
 * unless it is here already.
 */
export function uploadFile(
  shipmentId: string | null,
  file: File,
  onProgress: (share: number) => void,
  lostWords: string,
): Promise<Uploaded> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", shipmentId ? `/api/v1/shipments/${shipmentId}/documents` : "/api/v1/documents");
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => onProgress(event.loaded / Math.max(1, event.total)));
    request.addEventListener("load", () =>
      request.status < 300 ? done(request.response as Uploaded) : failed(new ApiProblem(request.response as Problem)),
    );
    request.addEventListener("error", () => failed(new Error(lostWords)));
    request.send(file);
  });
}
