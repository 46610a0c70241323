// Prints fresh secrets for docker-compose.yml: `node src/launch/secrets.mjs > .env`.
import { randomBytes } from "node:crypto";

const names = [
  "POSTGRES_PASSWORD",
  "VALKEY_PASSWORD",
  "S3_ACCESS_KEY_ID",
  "S3_SECRET_ACCESS_KEY",
  "TWOGATE_SECRET",
  "TWOGATE_SIGNER_SECRET",
];
process.stdout.write(
  `${names.map((name) => `${name}=${randomBytes(name === "S3_ACCESS_KEY_ID" ? 12 : 36).toString("base64url")}`).join("\n")}\n`,
);
