import { decimal, divide, formatDecimal, parseDecimal } from "../shared/decimal";
import { digitalLinkPath } from "./digital-link";
import type { CustomsEvent, PassportContent } from "./passport";
import { judge, type QualityReport } from "./quality";

/** Who issues passports, and where they stand: an address without a slash behind it. */
export interface IssuerPlace {
  readonly base: string;
  readonly did: string;
  readonly name: string;
}

/** Where an offline verifier looks a passport up: a place in two lists. */
export interface StatusPlace {
  readonly revocationList: string;
  readonly suspensionList: string;
  readonly index: number;
}

export type JsonObject = { readonly [key: string]: Json };
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/**
 * The third context names what the product passport of UNTP has no word for (the day on which goods expire, the day of a
 * release), as the data model provides for it (W3C Verifiable Credentials 2.0, section 4.3).
 */
const CONTEXTS = [
  "https://www.w3.org/ns/credentials/v2",
  "https://test.uncefact.org/vocabulary/untp/dpp/0.6.0/",
  "https://www.w3.org/ns/credentials/undefined-terms/v2",
] as const;
const GTIN_SCHEME = {
  type: ["IdentifierScheme"],
  id: "https://id.gs1.org/01/",
  name: "Global Trade Item Number (GTIN)",
} as const;
const HS_SCHEME = "https://www.wcoomd.org/en/topics/nomenclature/overview/what-is-the-harmonized-system.aspx";
const HS_DIGITS = 6;

/**
 * The did:web of an address: its host, with the port escaped, and the parts of its path behind colons. W3C CCG did:web
 * method, section 3.1.
 */
export function didOf(base: string): string {
  const [host = "", ...path] = base
    .replace(/^https?:\/\//, "")
    .replace(/\/$/, "")
    .split("/");
  return ["did:web", host.replace(":", "%3A"), ...path].join(":");
}

/** What is signed of a passport: a digital product passport by UNTP 0.6 as a verifiable credential. */
export function credentialOf(
  issuer: IssuerPlace,
  passport: {
    readonly publicId: string;
    readonly content: PassportContent;
    readonly history: readonly CustomsEvent[];
    readonly status: StatusPlace;
    /** The instant of issue and the last one of the last day, ISO 8601. */
    readonly validFrom: string;
    readonly validUntil: string;
  },
): JsonObject {
  const { publicId, content, history, status } = passport;
  const page = `${issuer.base}/passports/${publicId}`;
  return {
    "@context": CONTEXTS,
    type: ["DigitalProductPassport", "VerifiableCredential"],
    id: `${issuer.base}/credentials/${publicId}`,
    issuer: { type: ["CredentialIssuer"], id: issuer.did, name: issuer.name },
    validFrom: passport.validFrom,
    validUntil: passport.validUntil,
    credentialSchema: { id: `${issuer.base}/schemas/goods-passport.json`, type: "JsonSchema" },
    credentialStatus: (["revocation", "suspension"] as const).map((statusPurpose) => {
      const list = `${issuer.base}/status/${statusPurpose === "revocation" ? status.revocationList : status.suspensionList}`;
      return {
        id: `${list}#${status.index}`,
        type: "BitstringStatusListEntry",
        statusPurpose,
        statusListIndex: String(status.index),
        statusListCredential: list,
      };
    }),
    credentialSubject: {
      type: ["ProductPassport"],
      id: page,
      granularityLevel: content.granularity,
      product: productOf(issuer, publicId, content),
      materialsProvenance: content.composition.map(({ material, share, origin }) => ({
        name: material,
        massFraction: fractionOf(share),
        ...(origin === null ? {} : { originCountry: origin }),
      })),
      conformityClaim: content.reports.map((report, index) => claimOf(`${page}#report-${index + 1}`, report)),
      traceabilityInformation: history.map(({ stage, releasedOn, orderHash }) => ({
        valueChainProcess: stage,
        verifiedRatio: 1,
        releaseDate: releasedOn,
        traceabilityEvent: [
          { linkURL: `${page}#customs`, linkName: "Release order", hashDigest: orderHash, hashMethod: "SHA-256" },
        ],
      })),
    },
  };
}

function productOf({ base }: IssuerPlace, publicId: string, content: PassportContent): JsonObject {
  const { gtin, batch, serial, name, description, codes, origin, originProof } = content;
  const { producer, facility, producedOn, expiresOn, label } = content;
  return {
    type: ["Product"],
    id: `${base}${digitalLinkPath(content)}`,
    name,
    ...(description === null ? {} : { description }),
    registeredId: [gtin, batch, serial].filter((part) => part !== null).join("."),
    idScheme: GTIN_SCHEME,
    ...(batch === null ? {} : { batchNumber: batch }),
    ...(serial === null ? {} : { serialNumber: serial }),
    productCategory: codes.map((code) => ({
      type: ["Classification"],
      id: `${HS_SCHEME}#${code}`,
      code,
      name: code.length === HS_DIGITS ? `HS ${code}` : `National code ${code}`,
      schemeID: HS_SCHEME,
      schemeName: "Harmonized System",
    })),
    producedByParty: partyOf(producer),
    ...(facility === null ? {} : { producedAtFacility: partyOf(facility) }),
    ...(producedOn === null ? {} : { productionDate: producedOn }),
    ...(expiresOn === null ? {} : { expiryDate: expiresOn }),
    countryOfProduction: origin,
    ...(originProof === null ? {} : { originEvidence: evidenceOf(originProof) }),
    ...(label === null
      ? {}
      : {
          productImage: {
            linkURL: `${base}/labels/${publicId}`,
            linkName: "Label",
            hashDigest: label.sha256,
            hashMethod: "SHA-256",
          },
        }),
  };
}

function evidenceOf({
  number,
  sha256,
}: {
  readonly number: string | null;
  readonly sha256: string | null;
}): JsonObject {
  return {
    ...(number === null ? {} : { certificateNumber: number }),
    ...(sha256 === null ? {} : { hashDigest: sha256, hashMethod: "SHA-256" }),
  };
}

/** A firm by the number under which an authority keeps it, where it has one. */
function partyOf({ name, registration }: { readonly name: string; readonly registration: string | null }): JsonObject {
  if (registration === null) return { name };
  return { id: `urn:twogate:registration:${encodeURIComponent(registration)}`, name, registeredId: registration };
}

function claimOf(id: string, report: QualityReport): JsonObject {
  const {
    standard,
    regulation,
    laboratory,
    method,
    property,
    result,
    unit,
    lowerLimit,
    upperLimit,
    number,
    reportedOn,
  } = report;
  const judgement = judge(report);
  return {
    type: ["Claim", "Declaration"],
    id,
    referenceStandard: { type: ["Standard"], name: standard },
    ...(regulation === null ? {} : { referenceRegulation: { type: ["Regulation"], name: regulation } }),
    assessmentDate: reportedOn,
    assessedBy: laboratory,
    assessmentMethod: method,
    declaredValue: [{ metricName: property, result, unit, lowerLimit, upperLimit }],
    // Without a limit nothing was judged, and what was not judged does not conform.
    conformance: judgement === "within",
    conformityEvidence: {
      linkURL: id,
      linkName: `${laboratory} ${number}`,
      hashDigest: report.sha256,
      hashMethod: "SHA-256",
    },
  };
}

/** The share of a whole of one that is a share of a hundred; UNTP has it as a number. */
function fractionOf(share: string): number {
  const parsed = parseDecimal(share);
  if (!parsed.ok) throw new Error(`Not a decimal: ${share}`);
  return Number(formatDecimal(divide(parsed.value, decimal("100"), parsed.value.scale + 2)));
}

/** What is signed of a status list: its bits, gzipped and in base64url behind the `u` of multibase. */
export function statusListCredential(
  issuer: IssuerPlace,
  list: {
    readonly publicId: string;
    readonly purpose: "revocation" | "suspension";
    readonly encodedList: string;
    readonly validFrom: string;
    readonly validUntil: string;
    /** How long a copy may be used, in milliseconds. */
    readonly ttlMs: number;
  },
): JsonObject {
  const id = `${issuer.base}/status/${list.publicId}`;
  return {
    "@context": [CONTEXTS[0]],
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    id,
    issuer: { id: issuer.did, name: issuer.name },
    validFrom: list.validFrom,
    validUntil: list.validUntil,
    credentialSubject: {
      id: `${id}#list`,
      type: "BitstringStatusList",
      statusPurpose: list.purpose,
      encodedList: list.encodedList,
      ttl: list.ttlMs,
    },
  };
}
