import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { IdentityVault } from "@/application/ports";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals personal data with keys derived from one secret: AES-256-GCM for keeping, HMAC-SHA-256 for finding. */
export function createIdentityVault(secret: string): IdentityVault {
  const encryptionKey = derive(secret, "twogate identity encryption");
  const tokenKey = derive(secret, "twogate identity token");
  const seal = (plain: string) => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", encryptionKey, nonce);
    return Buffer.concat([nonce, cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
  };
  return {
    seal: (name, identityNumber) => {
      const number = identityNumber.trim().toUpperCase();
      if (!isResidentNumber(number)) return null;
      return {
        nameMasked: maskName(name),
        identityToken: createHmac("sha256", tokenKey).update(number).digest("hex"),
        identityMasked: `${number.slice(0, 4)}${"*".repeat(12)}${number.slice(-2)}`,
        nameCipher: seal(name),
        identityCipher: seal(number),
      };
    },
    open: (cipher) => {
      const bytes = Buffer.from(cipher);
      const decipher = createDecipheriv("aes-256-gcm", encryptionKey, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString(
        "utf8",
      );
    },
  };
}

/** Whether the resident identity number has the right check character: ISO 7064 MOD 11-2, as GB 11643-1999 asks. */
export function isResidentNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  let remainder = 0;
  for (const digit of number.slice(0, 17)) remainder = ((remainder + Number(digit)) * 2) % 11;
  const check = (12 - remainder) % 11;
  return number.at(-1) === (check === 10 ? "X" : String(check));
}

/** `J*** D**` and `王*`: enough to recognise a name that one knows. */
function maskName(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .map((word) => [...word].map((character, index) => (index === 0 ? character : "*")).join(""))
    .join(" ");
}

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
}
