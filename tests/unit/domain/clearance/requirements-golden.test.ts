import { afterEach, describe, expect, it, vi } from "vitest";
import { createWorld } from "@/adapters/crypto/world";
import { STAGES, type Stage } from "@/domain/clearance/lifecycle";
import { resolveRequirements } from "@/domain/clearance/requirements";
import { REGIMES, type Regime } from "@/domain/declaration/declaration";
import { suspendedLines } from "@/domain/selectivity/hard-rules";
import type { LocalDate } from "@/domain/shared/local-date";
import { REFERENCE } from "../fixtures";

/**
 * What each gate demands, case by case: goods | code | origin | regime | day | gate 1 | gate 2. Before each requirement
 * stands its state: - missing, ~ waived, ! failed, + verified; in brackets what its source must name. Beyond what is
 * written, gate 1 has the invoice, the waybill and the origin verified, gate 2 the origin and the consumer, and nothing else.
 */
const TABLE = `
wine                  | 2204210000 | FR | 0110 | 2026-11-24 | | -producer_registration(280) -chinese_label(7718) -food_inspection
wine                  | 2204210000 | FR | 1210 | 2026-11-24 | | ~producer_registration(194) ~chinese_label ~food_inspection
wine                  | 2204210000 | FR | 9610 | 2026-11-24 | | ~producer_registration(194) ~chinese_label -food_inspection
wine                  | 2204210000 | FR | 1239 | 2026-11-24 | | -producer_registration(280) ~chinese_label ~food_inspection
wine                  | 2204210000 | CL | 0110 | 2021-12-31 | | -producer_registration(145) -chinese_label -food_inspection
wine                  | 2204210000 | CL | 0110 | 2022-01-01 | | -producer_registration(248) -chinese_label -food_inspection
wine                  | 2204210000 | CL | 0110 | 2026-05-31 | | -producer_registration(248) -chinese_label -food_inspection
wine                  | 2204210000 | CL | 0110 | 2026-06-01 | | -producer_registration(280) -chinese_label -food_inspection
frozen beef           | 0202300000 | AU | 0110 | 2026-11-24 | -automatic_import_licence | -producer_registration -food_inspection -veterinary_certificate -quarantine_permit
frozen beef           | 0202300000 | AU | 1210 | 2026-11-24 | ~automatic_import_licence | ~producer_registration ~food_inspection -veterinary_certificate -quarantine_permit
live horses           | 0101210010 | NZ | 0110 | 2026-11-24 | | -veterinary_certificate -quarantine_permit
frozen bluefin tuna   | 0303450000 | ES | 0110 | 2026-11-24 | -catch_certificate | -producer_registration -food_inspection -veterinary_certificate -quarantine_permit
shrimps               | 0306170000 | EC | 1210 | 2026-11-24 | | ~producer_registration ~food_inspection -veterinary_certificate -quarantine_permit
shrimps of Japan      | 0306170000 | JP | 0110 | 2023-08-23 | | -producer_registration(248) -food_inspection -veterinary_certificate -quarantine_permit
shrimps of Japan      | 0306170000 | JP | 0110 | 2023-08-24 | !origin_not_suspended | !origin_not_suspended -producer_registration -food_inspection -veterinary_certificate -quarantine_permit
shrimps of Japan      | 0306170000 | JP | 1210 | 2026-11-24 | !origin_not_suspended | !origin_not_suspended ~producer_registration ~food_inspection -veterinary_certificate -quarantine_permit
milk powder           | 0402210000 | NZ | 0110 | 2026-11-24 | -automatic_import_licence | -producer_registration -chinese_label -food_inspection -health_certificate
cheese                | 0406900000 | FR | 1239 | 2026-11-24 | | -producer_registration ~chinese_label ~food_inspection ~health_certificate
cheese                | 0406900000 | FR | 9610 | 2026-11-24 | | ~producer_registration ~chinese_label -food_inspection -health_certificate
infant formula        | 1901101000 | NL | 0110 | 2026-11-24 | -automatic_import_licence | -producer_registration -chinese_label -food_inspection -formula_registration
infant formula        | 1901101000 | NL | 1210 | 2026-11-24 | ~automatic_import_licence | ~producer_registration ~chinese_label ~food_inspection ~formula_registration(194)
infant formula        | 1901101000 | NL | 1239 | 2026-11-24 | ~automatic_import_licence | -producer_registration ~chinese_label ~food_inspection -formula_registration
food supplements      | 2106909090 | US | 0110 | 2026-11-24 | | -producer_registration -chinese_label -food_inspection -health_food_registration
food supplements      | 2106909090 | US | 1210 | 2026-11-24 | | ~producer_registration ~chinese_label ~food_inspection ~health_food_registration
caviar                | 1604310000 | IR | 0110 | 2026-11-24 | | -producer_registration -chinese_label -food_inspection -health_certificate -cites_permit
kiwis                 | 0810500000 | NZ | 0110 | 2026-11-24 | | -producer_registration -chinese_label -food_inspection -phytosanitary_certificate -quarantine_permit
maize for sowing      | 1005100000 | US | 0110 | 2026-11-24 | | -phytosanitary_certificate -quarantine_permit -gmo_certificate -seed_approval
soya beans            | 1201900000 | BR | 0110 | 2026-11-24 | | -phytosanitary_certificate -quarantine_permit -gmo_certificate
flower bulbs          | 0601101000 | NL | 1210 | 2026-11-24 | | -phytosanitary_certificate -quarantine_permit -seed_approval
pine logs             | 4403210090 | NZ | 0110 | 2026-11-24 | | -timber_certificate
rosewood logs         | 4403490000 | GH | 0110 | 2026-11-24 | | -timber_certificate -cites_permit
fish meal             | 2301201000 | PE | 0110 | 2026-11-24 | | -feed_registration
cigarettes            | 2402200000 | CU | 0110 | 2026-11-24 | -automatic_import_licence -tobacco_permit | ~commodity_registration
cigarettes            | 2402200000 | CU | 1210 | 2026-11-24 | ~automatic_import_licence -tobacco_permit | ~commodity_registration
cream                 | 3304990000 | KR | 0110 | 2026-11-24 | | -cosmetic_filing -cosmetic_label
cream                 | 3304990000 | KR | 1239 | 2026-11-24 | | -cosmetic_filing ~cosmetic_label
cream                 | 3304990000 | KR | 1210 | 2026-11-24 | | ~cosmetic_filing ~cosmetic_label
toothpaste            | 3306101000 | TH | 0110 | 2023-11-30 | | ~commodity_registration
toothpaste            | 3306101000 | TH | 0110 | 2023-12-01 | | -cosmetic_filing(71 of 2023) -cosmetic_label
medicines             | 3004909099 | DE | 0110 | 2026-11-24 | | -drug_import_note
medicines             | 3004909099 | DE | 1210 | 2026-11-24 | | -drug_import_note
vaccine               | 3002410000 | BE | 0110 | 2026-11-24 | | -drug_import_note -health_quarantine
veterinary vaccine    | 3002420000 | NL | 0110 | 2026-11-24 | -veterinary_drug_note | -health_quarantine
human plasma          | 3002120090 | AT | 0110 | 2026-11-24 | | -drug_import_note -health_quarantine
human tissue          | 3001909092 | US | 9610 | 2026-11-24 | | -health_quarantine
contact lenses        | 9001300000 | IE | 0110 | 2026-11-24 | | -medical_device_registration
contact lenses        | 9001300000 | IE | 9610 | 2026-11-24 | | ~medical_device_registration
fentanyl              | 2933330000 | BE | 0110 | 2026-11-24 | -narcotics_permit(442) | ~commodity_registration
fentanyl              | 2933330000 | BE | 1210 | 2026-11-24 | -narcotics_permit | ~commodity_registration
ephedrine             | 2939410000 | IN | 0110 | 2026-11-24 | -dual_use_licence | ~commodity_registration
natural uranium       | 2844100000 | KZ | 1239 | 2026-11-24 | -dual_use_licence | ~commodity_registration
steroids              | 2937290000 | CH | 0110 | 2026-11-24 | -hormone_permit | ~commodity_registration
mercury               | 2805400000 | ES | 0110 | 2026-11-24 | -toxic_release_note | ~commodity_registration
refrigerant HCFC-22   | 2903710000 | IN | 0110 | 2026-11-24 | -ozone_import_licence | ~commodity_registration
DDT                   | 2903920000 | IN | 0110 | 2026-11-24 | !prohibited_chemicals | ~commodity_registration
blue asbestos         | 2524100000 | ZA | 9610 | 2026-11-24 | !prohibited_chemicals | ~commodity_registration
herbicide             | 3808931910 | DE | 0110 | 2026-11-24 | -pesticide_note | ~commodity_registration
insect repellent      | 3808911290 | TH | 1210 | 2026-11-24 | ~pesticide_note | ~commodity_registration
gold bars             | 7108120000 | CH | 0110 | 2015-03-31 | | ~commodity_registration
gold bars             | 7108120000 | CH | 0110 | 2015-04-01 | -gold_permit | ~commodity_registration
gold jewellery        | 7113191100 | IT | 1210 | 2026-11-24 | ~gold_permit | ~commodity_registration
silver bars           | 7106919000 | KZ | 0110 | 2026-11-24 | -silver_permit | ~commodity_registration
rough diamonds        | 7102310000 | ZA | 0110 | 2026-11-24 | -kimberley_certificate | ~commodity_registration
encrypting router     | 8517623610 | US | 0110 | 2020-12-31 | -cryptography_licence(273) | -compulsory_certificate
encrypting router     | 8517623610 | US | 0110 | 2021-01-01 | -cryptography_licence(63 of 2020) | -compulsory_certificate
books                 | 4901990000 | GB | 0110 | 2026-11-24 | -publication_approval | ~commodity_registration
plastic waste         | 3915100000 | US | 0110 | 2020-12-31 | -waste_import_licence | ~commodity_registration
plastic waste         | 3915100000 | US | 0110 | 2021-01-01 | !prohibited_waste(53 of 2020) | ~commodity_registration
plastic waste         | 3915100000 | US | 1210 | 2026-11-24 | !prohibited_waste | ~commodity_registration
steel scrap           | 7204490090 | JP | 0110 | 2021-01-01 | -recycled_metal_certificate | ~commodity_registration
worn clothing         | 6309000000 | KR | 0110 | 2026-11-24 | !prohibited_worn_clothing | ~commodity_registration
worn clothing         | 6309000000 | KR | 1239 | 2026-11-24 | !prohibited_worn_clothing | ~commodity_registration
carved ivory          | 9601100010 | ZA | 0110 | 2017-12-31 | | -cites_permit
carved ivory          | 9601100010 | ZA | 0110 | 2018-01-01 | !prohibited_ivory | -cites_permit
hunting rifles        | 9303300090 | IT | 0110 | 2026-11-24 | -arms_permit | ~commodity_registration
imitation arms        | 9304000000 | US | 1210 | 2026-11-24 | !prohibited_article(43) | ~commodity_registration
T-shirts              | 6109100021 | BD | 0110 | 2026-11-24 | | ~commodity_registration
T-shirts of N. Korea  | 6109100021 | KP | 0110 | 2017-09-21 | | ~commodity_registration
T-shirts of N. Korea  | 6109100021 | KP | 9610 | 2017-09-22 | !origin_not_suspended | !origin_not_suspended ~commodity_registration
headphones            | 8518302000 | DE | 0110 | 2026-11-24 | | ~commodity_registration
laptops               | 8471301000 | TW | 0110 | 2026-11-24 | | -compulsory_certificate
laptops               | 8471301000 | TW | 1210 | 2026-11-24 | | ~compulsory_certificate
Used laptops          | 8471301000 | US | 0110 | 2026-11-24 | !prohibited_used_goods(106 of 2018) | -compulsory_certificate
Used laptops          | 8471301000 | US | 1210 | 2026-11-24 | !prohibited_used_goods | ~compulsory_certificate
Used respirators      | 9019200090 | DE | 0110 | 2018-12-31 | -used_goods_inspection | -medical_device_registration
Used respirators      | 9019200090 | DE | 0110 | 2019-01-01 | !prohibited_used_goods | -medical_device_registration
Used lathe            | 8458110090 | DE | 0110 | 2026-11-24 | -used_goods_inspection | ~commodity_registration
power banks           | 8507600090 | VN | 0110 | 2024-07-31 | | ~commodity_registration
power banks           | 8507600090 | VN | 0110 | 2024-08-01 | | -compulsory_certificate(10 of 2023)
refrigerator          | 8418102000 | TH | 1239 | 2026-11-24 | | -compulsory_certificate -energy_label
refrigerator          | 8418102000 | TH | 1210 | 2026-11-24 | | ~compulsory_certificate ~energy_label
smartphone            | 8517130000 | VN | 0110 | 2026-11-24 | | -compulsory_certificate -radio_type_approval
car                   | 8703234110 | DE | 0110 | 2026-11-24 | -automatic_import_licence | -compulsory_certificate
`;

const STATES = { "-": "missing", "~": "waived", "!": "failed", "+": "verified" } as const;
const ALWAYS: Readonly<Record<Stage, readonly string[]>> = {
  bonded_exit: ["invoice_lodged", "transport_lodged", "origin_not_suspended"],
  domestic_distribution: ["origin_not_suspended", "consumer_match"],
};

interface Case {
  readonly goods: string;
  readonly code: string;
  readonly origin: string;
  readonly regime: Regime;
  readonly day: LocalDate;
  readonly gates: Readonly<Record<Stage, readonly string[]>>;
}

const CASES: readonly Case[] = TABLE.trim()
  .split("\n")
  .map((row) => {
    const [goods = "", code = "", origin = "", regime, day = "", exit = "", market = ""] = row
      .split("|")
      .map((cell) => cell.trim());
    const items = (cell: string) => cell.split(/ (?=[-~!+])/).filter((item) => item !== "");
    const gates = { bonded_exit: items(exit), domestic_distribution: items(market) };
    return { goods, code, origin, regime: regime as Regime, day, gates };
  });

function asked(
  { goods, code, origin, regime }: Omit<Case, "day" | "gates">,
  stage: Stage,
  day: LocalDate,
  preference: string | null = null,
) {
  const lines = [{ number: 1, description: goods, commodityCode: code, origin }];
  return resolveRequirements({
    stage,
    regime,
    lines,
    day,
    rules: REFERENCE.requirementRules,
    known: {
      hasInvoice: true,
      hasTransportDocument: true,
      preference,
      declaredBuyer: "Lingnan Trading",
      consigneeOnTransport: "Lingnan Trading",
      consumerName: "Lingnan Trading",
      suspendedLines: suspendedLines(lines, REFERENCE.controlProfiles, day),
    },
  });
}

describe("what each gate demands", () => {
  it.each(CASES)("$goods ($code) of $origin under $regime on $day", (each) => {
    for (const stage of STAGES) {
      const found = asked(each, stage, each.day);
      const written = each.gates[stage].map((item) => /^(.)(\w+)(?:\((.+)\))?$/.exec(item) ?? []);
      const expected = new Map<string, string>(ALWAYS[stage].map((code) => [code, "verified"]));
      for (const [, mark = "", code = ""] of written) expected.set(code, STATES[mark as keyof typeof STATES]);
      expect(Object.fromEntries(found.map(({ code, state }) => [code, state])), stage).toEqual(
        Object.fromEntries(expected),
      );
      for (const [, , code, source] of written)
        if (source) expect(found.find((requirement) => requirement.code === code)?.citation, code).toContain(source);
    }
  });

  it("is held by a table of all regimes and of every requirement that the law of today has", () => {
    expect(CASES.length).toBeGreaterThanOrEqual(45);
    expect([...new Set(CASES.map(({ regime }) => regime))].sort()).toEqual([...REGIMES].sort());
    const named = new Set(CASES.flatMap(({ gates }) => STAGES.flatMap((stage) => gates[stage])).map(codeOf));
    // What only a claim asks for has a case of its own below.
    const codes = REFERENCE.requirementRules.filter((rule) => !rule.isOnClaim).map(({ code }) => code);
    const always = Object.values(ALWAYS).flat();
    expect([...new Set(codes)].filter((code) => !named.has(code) && !always.includes(code))).toEqual([]);
  });

  it("asks for the proof of origin where a preference is claimed, at the gate that taxes, and nowhere else", () => {
    const sake = { goods: "sake", code: "2206000000", origin: "JP", regime: "0110" as const };
    const proof = (stage: Stage, preference: string | null) =>
      asked(sake, stage, "2026-11-24", preference).find(({ code }) => code === "origin_proof");
    expect(proof("bonded_exit", "RCEP")).toMatchObject({ state: "missing", asksPaper: true });
    expect(proof("bonded_exit", null)).toBeUndefined();
    expect(proof("domestic_distribution", "RCEP")).toBeUndefined();
  });

  it("asks for no paper where the law prohibits, so that no number lifts the prohibition", () => {
    const prohibited = CASES.filter(({ gates }) => gates.bonded_exit.some((item) => item.startsWith("!prohibited")));
    expect(prohibited.length).toBeGreaterThan(8);
    for (const each of prohibited)
      for (const requirement of asked(each, "bonded_exit", each.day))
        if (requirement.state === "failed") expect(requirement.asksPaper, requirement.code).toBe(false);
  });
});

function codeOf(item: string): string {
  return /^.(\w+)/.exec(item)?.[1] ?? "";
}

describe("a decree that changes", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ["2026-05-31T15:59:59.999Z", "2026-05-31", "Decree 248"],
    ["2026-05-31T16:00:00.000Z", "2026-06-01", "Decree 280"],
    ["2021-12-31T15:59:59.999Z", "2021-12-31", "Order 145"],
    ["2021-12-31T16:00:00.000Z", "2022-01-01", "Decree 248"],
  ])("is asked by at %s, which is %s at the office: %s", (instant, day, decree) => {
    vi.useFakeTimers({ now: new Date(instant) });
    const today = createWorld().today();
    expect(today).toBe(day);
    const wine = { goods: "wine", code: "2204210000", origin: "FR", regime: "0110" as const };
    const registration = asked(wine, "domestic_distribution", today).filter(
      ({ code }) => code === "producer_registration",
    );
    expect(registration.map(({ citation }) => citation.includes(decree))).toEqual([true]);
  });
});
