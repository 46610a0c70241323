import { pino } from "pino";
import { env } from "./env";

/** What may never reach a log line, wherever it stands in the object. */
const SECRET = ["password", "authorization", "cookie", "secret", "identityNumber", "consumer", "token"];

/** The process's log: JSON lines on standard error. */
export const logger = pino(
  {
    level: env().TWOGATE_LOG_LEVEL,
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[redacted]" },
  },
  pino.destination({ fd: 2, sync: false }),
);
