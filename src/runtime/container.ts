import { createSimulatorClient } from "@/adapters/authority-http/simulator-client";
import { createHttpTransport } from "@/adapters/authority-http/transport";
import { type Auth, createAuth, handleSignIn } from "@/adapters/better-auth/auth";
import { createDirectory } from "@/adapters/better-auth/directory";
import { createSignIn, newApiKey } from "@/adapters/better-auth/sign-in";
import { simplify } from "@/adapters/chinese/simplify";
import { createCredentialReader } from "@/adapters/credentials/reader";
import { encodeBits } from "@/adapters/credentials/status-list";
import { createMessageSigner } from "@/adapters/crypto/message-signer";
import { newPublicId } from "@/adapters/crypto/public-id";
import { createVault } from "@/adapters/crypto/vault";
import { createWorld } from "@/adapters/crypto/world";
import { parseCsv } from "@/adapters/csv/parse-csv";
import { printPaper } from "@/adapters/pdf/printer";
import { createEventFeed } from "@/adapters/postgres/events";
import { connect } from "@/adapters/prisma/client";
import { createQueries, createSnapshots } from "@/adapters/prisma/read-models";
import { createUnitOfWork } from "@/adapters/prisma/unit-of-work";
import { qrSvg } from "@/adapters/qr/qr-svg";
import { createSignerClient } from "@/adapters/signer/signer-client";
import { writeWorkbook } from "@/adapters/tables/write-workbook";
import { createWebhookSender } from "@/adapters/webhooks/sender";
import { createAuthorityMemory } from "@/application/authority-memory";
import { createClassifier } from "./classifier";
import { createCredentialSigner } from "./credential-signer";
import { type Env, env, listOf } from "./env";
import { createFiles } from "./files";
import { GOLDEN_CASES } from "./golden-cases";
import { issuerOf } from "./issuer";
import { logger } from "./logger";
import { codecOf, readAnswers } from "./messages";
import { createInspector, createPartReader } from "./reader";
import { RULE_PACK } from "./rule-pack";
import { simulatorKeys } from "./simulator-keys";

const APP_CONNECTIONS = 16;
const AUTH_CONNECTIONS = 6;
/** Those that wait for these hold one of the others, so these are their own. */
const AUTHORITY_CONNECTIONS = 4;
/** Exports hold one each until their last row, so they have these, and whoever finds none is told to come again. */
const EXPORT_CONNECTIONS = 2;

/** Everything a driver may use, made once in a process. */
export function createServices(settings: Env = env()) {
  const world = createWorld();
  const app = connect(settings.DATABASE_URL, "twogate_app", APP_CONNECTIONS);
  const people = connect(settings.DATABASE_URL, "twogate_auth", AUTH_CONNECTIONS);
  const authority = connect(settings.DATABASE_URL, "twogate_app", AUTHORITY_CONNECTIONS);
  const exports = connect(settings.DATABASE_URL, "twogate_app", EXPORT_CONNECTIONS);
  const vault = createVault(settings.TWOGATE_SECRET);
  const auth: Auth = createAuth({
    secret: settings.TWOGATE_SECRET,
    baseUrl: settings.TWOGATE_URL,
    trustedOrigins: listOf(settings.TWOGATE_TRUSTED_ORIGINS),
    trustedProxies: listOf(settings.TWOGATE_TRUSTED_PROXIES),
    signInLimit: settings.TWOGATE_SIGN_IN_LIMIT,
    database: people,
  });
  const signer = createMessageSigner();
  const addresses = listOf(settings.TWOGATE_AUTHORITY_ADDRESSES);
  const logSigner = createSignerClient(settings.TWOGATE_SIGNER_SOCKET ?? null);
  const events = createEventFeed(settings.DATABASE_URL, (error) => logger.warn({ err: error }, "event feed"));
  return {
    world,
    auth,
    /** What browsers ask of sign-in. */
    handleSignIn: (request: Request) => handleSignIn(auth, request),
    people,
    signIn: createSignIn(auth, people),
    directory: createDirectory(people),
    newSecret: newApiKey,
    inTransaction: createUnitOfWork(app, world, vault, simplify),
    /** Transactions of the authority, for who assesses risk within a transaction of a broker. */
    inAuthority: createUnitOfWork(authority, world, vault, simplify),
    /** What authorities remember and the models that they score with, kept by this process. */
    memory: createAuthorityMemory(),
    queries: createQueries(app, world, vault, simplify),
    inSnapshot: createSnapshots(exports, world, vault, simplify),
    writeWorkbook,
    /** Prints papers that are handed out. */
    printPaper,
    /** Where the product is reached. */
    baseUrl: settings.TWOGATE_URL,
    files: createFiles(settings),
    inspector: createInspector(),
    regionReader: createPartReader(),
    events,
    parseCsv,
    /** The process that holds the signing keys. */
    logSigner,
    witnessQuorum: settings.TWOGATE_WITNESS_QUORUM,
    /** What the exchange with authorities needs: codecs, signatures, and the way to their systems. */
    exchange: {
      ...{ codecOf, readAnswers, signer, transport: createHttpTransport({ signer, addresses }) },
      /** Where the simulated authority of this installation is and the secret that it knows; null where there is none. */
      simulated: settings.TWOGATE_SIMULATOR_URL
        ? {
            address: settings.TWOGATE_SIMULATOR_URL,
            secret: simulatorKeys(settings.TWOGATE_SECRET).channelSecret,
          }
        : null,
    },
    /** Carries webhooks, and knows where none may go. */
    webhooks: createWebhookSender({ allowed: listOf(settings.TWOGATE_WEBHOOK_ADDRESSES) }),
    /** What passports take: a signature, ids that nobody guesses, and where they are published. */
    passports: {
      signer: createCredentialSigner(),
      ...{
        newPublicId,
        encodeBits,
        qrSvg,
        reader: createCredentialReader(listOf(settings.TWOGATE_PASSPORT_ISSUERS)),
        issuer: issuerOf(settings),
      },
    },
    /** Whether an operator has named a server for e-mail. */
    hasMail: settings.SMTP_URL !== undefined,
    /** The simulated authority that the demonstration runs; null where there is none. */
    simulator: settings.TWOGATE_SIMULATOR_URL
      ? createSimulatorClient(settings.TWOGATE_SIMULATOR_URL, simulatorKeys(settings.TWOGATE_SECRET).controlKey)
      : null,
    classifier: createClassifier(),
    /** The cases by which changes of the law are tried. */
    goldenCases: GOLDEN_CASES,
    /** The rules of risk that an authority can begin with. */
    rulePack: RULE_PACK,
    /** The secret half of every random draw; with the logged other half a draw can be made again. */
    drawKey: settings.TWOGATE_SECRET,
    isHealthy: async () => (await app.$queryRaw<{ one: number }[]>`select 1 as one`).length === 1,
    close: async () => {
      await Promise.all([
        events.close(),
        app.$disconnect(),
        authority.$disconnect(),
        exports.$disconnect(),
        people.$disconnect(),
      ]);
    },
  };
}

export type Services = ReturnType<typeof createServices>;

let shared: Services | undefined;

/** The services of this process. */
export function services(): Services {
  shared ??= createServices();
  return shared;
}
