import { readFileSync } from "node:fs";

/** A person at a browser, as the server sees one: a session cookie, and requests from our own pages. */
export interface Session {
  json<T>(path: string, init?: RequestInit): Promise<T>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  upload<T>(shipmentId: string, path: string, headers?: Readonly<Record<string, string>>): Promise<T>;
}

/** Signs in with e-mail and password; what is refused is thrown with its status. */
export async function signIn(base: string, email: string, password: string): Promise<Session> {
  const answer = await fetch(`${base}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: base },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`Signing in as ${email}: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${base}${path}`, {
      ...init,
      headers: { cookie, origin: base, "sec-fetch-site": "same-origin", ...(init.headers as Record<string, string>) },
    });
  const json = async <T>(path: string, init?: RequestInit): Promise<T> => {
    const response = await call(path, init);
    if (!response.ok) throw new Error(`${init?.method ?? "GET"} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    fetch: call,
    json,
    upload: <T>(shipmentId: string, path: string, headers: Readonly<Record<string, string>> = {}) =>
      json<T>(`/api/v1/shipments/${shipmentId}/documents`, {
        method: "POST",
        headers: {
          "content-type": "application/octet-stream",
          "x-file-name": path.split("/").at(-1) ?? "",
          ...headers,
        },
        body: new Uint8Array(readFileSync(path)),
      }),
  };
}
