import type { DocumentView } from "@/contracts/views/document";
import { ApiProblem, type Problem } from "@/ui/parts/api-client";

interface Uploaded {
  readonly document: DocumentView;
  readonly isDuplicate: boolean;
  /** Whether more files may join its shipment. */
  readonly isOpen: boolean;
}

/**
 * Sends a file and tells how much of it is sent; only XMLHttpRequest knows that. Without a shipment the file begins one
 * together with the others of its drop, unless it is here already.
 */
export function uploadFile(
  target: { readonly shipmentId: string } | { readonly dropId: string },
  file: File,
  onProgress: (share: number) => void,
  lostWords: string,
): Promise<Uploaded> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    const path = "shipmentId" in target ? `/shipments/${target.shipmentId}/documents` : "/documents";
    request.open("POST", `/api/v1${path}`);
    if ("dropId" in target) request.setRequestHeader("x-drop", target.dropId);
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
