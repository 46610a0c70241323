import { ApiProblem, type Problem } from "@/ui/parts/api-client";

/** What the API gives under the path as it came: of a proof each byte counts. Throws ApiProblem when it is refused. */
export async function fetchBytes(path: string): Promise<Uint8Array> {
  const response = await fetch(`/api/v1${path}`);
  if (!response.ok) throw new ApiProblem((await response.json()) as Problem);
  return new Uint8Array(await response.arrayBuffer());
}
