/** What the API answers when a rule says no. */
export interface Problem {
  readonly title: string;
  readonly remedy: string;
  readonly kind: string;
  readonly status: number;
  readonly requestId: string;
  readonly errors?: readonly {
    readonly pointer: string;
    readonly message: string;
    readonly remedy: string;
    readonly code: string;
  }[];
  readonly facts?: Readonly<Record<string, string>>;
}

/** A refused request, with the words for the person. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = "ApiProblem";
  }
}

interface Options {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly json?: unknown;
  /** Sent as it is, whatever its encoding. */
  readonly file?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls the product's own API with the session of the browser. Throws ApiProblem when it is refused. */
export async function api<T>(path: string, { method = "GET", json, file, headers = {} }: Options = {}): Promise<T> {
  const type =
    json !== undefined
      ? { "content-type": "application/json" }
      : file !== undefined
        ? { "content-type": "text/csv" }
        : {};
  const body = json !== undefined ? JSON.stringify(json) : file;
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: { ...type, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok)
    throw new ApiProblem(
      isProblem(answer)
        ? answer
        : { title: response.statusText, remedy: "", kind: "unknown", status: response.status, requestId: "" },
    );
  return answer as T;
}

/** Whether the server refused with reason; a broken line or a gateway's error page leaves open what was done. */
export function isAnswer(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.requestId !== "" && error.problem.status < 500;
}

/** A key for a request, also where the browser has no secure context. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What files that are dropped together have in common; a UUID, also where the browser has no secure context. */
export function newDropId(): string {
  const digits = newKey();
  const variant = "89ab"[Number.parseInt(digits[16] ?? "0", 16) % 4];
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join("-");
}

/** The words to show for whatever went wrong. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) return error instanceof Error ? error.message : String(error);
  const { title, remedy, errors } = error.problem;
  const first = errors?.[0];
  return first ? `${first.message} ${first.remedy}` : `${title} ${remedy}`;
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "title" in value && "kind" in value;
}
