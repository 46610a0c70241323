import { isIP } from "node:net";
import { z } from "zod";

/** The environment, read once. A missing or malformed variable stops the boot and is named. */
const environment = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().default("twogate"),
  S3_REGION: z.string().default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  TWOGATE_DATA: z.string().default(".data"),
  TWOGATE_URL: z.url().default("http://127.0.0.1:3000"),
  /** Further origins that browsers may come from, separated by commas. */
  TWOGATE_TRUSTED_ORIGINS: z.string().default(""),
  /** Addresses or networks of the proxies before web, separated by commas; what others say was forwarded is not believed. */
  TWOGATE_TRUSTED_PROXIES: z.string().default("").refine(areNetworks, "write networks such as 10.0.0.0/8"),
  /** At least 32 characters; signs sessions and derives the keys of personal data. */
  TWOGATE_SECRET: z.string().min(32),
  /** `demo` shows the chip; sign-up stays closed in both. */
  TWOGATE_MODE: z.enum(["demo", "live"]).default("live"),
  /** Sign-ins tried from one address in a quarter of an hour. */
  TWOGATE_SIGN_IN_LIMIT: z.coerce.number().int().min(1).default(20),
  TWOGATE_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  /** The password of a person whom the command line makes. */
  TWOGATE_PASSWORD: z.string().optional(),
  /** The model that is asked about what was not read surely: base of its chat-completions address, key and name. */
  TWOGATE_MODEL_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => !/[?#]|\/\/[^/]*@/.test(url), "takes no name, password, query or fragment")
    .optional(),
  TWOGATE_MODEL_KEY: z.string().optional(),
  TWOGATE_MODEL: z.string().max(200).optional(),
  /** Where messages to authorities may go, addresses separated by commas. Without any, no channel can be opened. */
  TWOGATE_AUTHORITY_ADDRESSES: z.string().default("").refine(areAddresses, "write addresses such as https://host/path"),
  /** Where webhooks may go though it is no public address of https, separated by commas: receivers of the operator's own. */
  TWOGATE_WEBHOOK_ADDRESSES: z.string().default("").refine(areAddresses, "write addresses such as http://host/path"),
  /** The server that takes e-mail, with name and password where it wants them. Without it none is sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The sender's address of e-mail. */
  TWOGATE_MAIL_FROM: z.email().optional(),
  /** The simulated authority of the demonstration, where there is one. */
  TWOGATE_SIMULATOR_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Where everybody reads passports; it stands in what is signed, so that it does not change. */
  TWOGATE_PUBLISHER_URL: z.url({ protocol: /^https?$/ }).default("http://127.0.0.1:3003"),
  /** Whose passports are believed, by did:web or did:key, separated by commas. Nothing is fetched from anybody else. */
  TWOGATE_PASSPORT_ISSUERS: z
    .string()
    .default("")
    .refine(
      (text) => listOf(text).every((did) => /^did:(web|key):[^\s]+$/.test(did)),
      "write names such as did:web:host",
    ),
  /** Where the publisher listens; behind a proxy on the same machine 127.0.0.1 is enough. */
  TWOGATE_PUBLISHER_HOST: z.string().default("127.0.0.1"),
  TWOGATE_PUBLISHER_PORT: z.coerce.number().int().default(3003),
  SIMULATOR_PORT: z.coerce.number().int().default(3002),
  WORKER_PORT: z.coerce.number().int().default(3001),
  /** The socket of the signing process. Without it nothing is signed: the log waits, and no proof is given. */
  TWOGATE_SIGNER_SOCKET: z.string().optional(),
  /** Who witnesses the log: the line of its key and its address, with a blank between; witnesses by commas. */
  TWOGATE_WITNESSES: z
    .string()
    .default("")
    .refine(areWitnesses, "write witnesses such as name+id+key https://host/path"),
  /** How many witnesses must have seen a checkpoint, or it counts as unwitnessed. */
  TWOGATE_WITNESS_QUORUM: z.coerce.number().int().min(0).max(20).default(2),
});

export type Env = z.infer<typeof environment>;

/** The entries of a variable that separates them by commas. */
export function listOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
}

function areNetworks(text: string): boolean {
  return listOf(text).every((entry) => {
    const [address = "", bits = "0", ...more] = entry.split("/");
    return isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && more.length === 0;
  });
}

function areWitnesses(text: string): boolean {
  return listOf(text).every((entry) => /^[^\s+]+\+[0-9a-f]{8}\+\S+ https?:\/\/\S+$/.test(entry));
}

function areAddresses(text: string): boolean {
  return listOf(text).every((entry) => URL.canParse(entry) && /^https?:$/.test(new URL(entry).protocol));
}

let parsed: Env | undefined;

/** The environment of this process. Throws an Error that names each variable at fault. */
export function env(): Env {
  parsed ??= parse(environment, process.env, "");
  return parsed;
}

function parse<T extends z.ZodType>(schema: T, source: Record<string, string | undefined>, whose: string): z.infer<T> {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
  throw new Error(
    `The environment${whose && ` ${whose}`} is not complete. ${faults}. Start with npm start, or set these variables.`,
  );
}

/** What the signing process is told, which is less than the others and has one thing that they have not. */
const signerEnvironment = z.object({
  TWOGATE_DATA: z.string().default(".data"),
  /** At least 32 characters; seals the signing keys, and is known to the signing process alone. */
  TWOGATE_SIGNER_SECRET: z.string().min(32),
  /** The socket that it listens on. */
  TWOGATE_SIGNER_SOCKET: z.string().min(1),
  /** The name of the log, an address without its scheme. It is fixed with the first key. */
  TWOGATE_LOG_ORIGIN: z.string().regex(/^[^\s+]+$/),
});

/** The environment of the signing process. Throws an Error that names each variable at fault. */
export function signerEnv(): z.infer<typeof signerEnvironment> {
  return parse(signerEnvironment, process.env, "of the signing process");
}

/** What a department of the demonstration is told: it is another house, and knows nothing of this one but a key. */
const departmentEnvironment = z.object({
  DEPARTMENT_NAME: z.string().regex(/^[^\s+]+$/),
  DEPARTMENT_PORT: z.coerce.number().int(),
  DEPARTMENT_DATA: z.string().min(1),
  /** The key of the log that it witnesses, as a line. */
  DEPARTMENT_LOG_KEY: z.string().min(1),
});

/** The environment of a department. Throws an Error that names each variable at fault. */
export function departmentEnv(): z.infer<typeof departmentEnvironment> {
  return parse(departmentEnvironment, process.env, "of a department");
}
