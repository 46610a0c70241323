import { passportJsonSchema } from "@/contracts/passport-credential";
import { didDocument } from "@/domain/passport/did-document";
import type { Publishing } from "../publishing";
import type { Answer, Route } from "../route";

/** A copy of a key or a status list may be used so long, in seconds; a signed passport never changes, but may be taken back. */
const KEYS_S = 300;
const LIST_S = 60;
const CREDENTIAL_S = 60;

/** What machines verify with: credentials as they were signed, status lists, the keys, and the schema. */
export function credentialRoutes({ published, signer, issuer }: Publishing): readonly Route[] {
  const schema = `${issuer.base}/schemas/goods-passport.json`;
  return [
    {
      pattern: /^\/credentials\/([A-Za-z0-9_-]{22})$/,
      isTranslated: false,
      answer: async ({ parts: [publicId = ""] }) => {
        const passport = await published.passport(publicId);
        return passport && open(passport.credential, "application/vc+jwt", CREDENTIAL_S, [`passport:${publicId}`]);
      },
    },
    {
      pattern: /^\/status\/([A-Za-z0-9_-]{22})$/,
      isTranslated: false,
      answer: async ({ parts: [publicId = ""] }) => {
        const list = await published.statusList(publicId);
        return list === null ? null : open(list, "application/vc+jwt", LIST_S, [`list:${publicId}`]);
      },
    },
    {
      pattern: /^\/(?:\.well-known\/)?did\.json$/,
      isTranslated: false,
      answer: async () =>
        open(JSON.stringify(didDocument(issuer.did, await signer.keys())), "application/did+json", KEYS_S, ["keys"]),
    },
    {
      pattern: /^\/schemas\/goods-passport\.json$/,
      isTranslated: false,
      answer: async () => open(JSON.stringify(passportJsonSchema(schema)), "application/schema+json", KEYS_S, []),
    },
  ];
}

function open(body: string, type: string, seconds: number, tags: readonly string[]): Answer {
  return {
    status: 200,
    body,
    headers: { "content-type": type, "cache-control": `public, max-age=${seconds}` },
    ...{ tags, isOpen: true },
  };
}
