import type { DocumentView } from "@/contracts/views";
import { ApiProblem, type Problem } from "@/ui/parts/api-client";

interface Uploaded {
  readonly document: DocumentView;
  readonly isDuplicate: boolean;
}

/** Sends a file and tells how much of it is sent; only XMLHttpRequest knows that. */
export function uploadFile(shipmentId: string, file: File, onProgress: (share: number) => void): Promise<Uploaded> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/shipments/${shipmentId}/documents`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => onProgress(event.loaded / Math.max(1, event.total)));
    request.addEventListener("load", () =>
      request.status < 300 ? done(request.response as Uploaded) : failed(new ApiProblem(request.response as Problem)),
    );
    request.addEventListener("error", () =>
      failed(new Error("The connection was lost. Drop the file again; nothing is stored twice.")),
    );
    request.send(file);
  });
}
