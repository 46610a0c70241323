import { describe, expect, it } from "vitest";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

type Row = readonly (readonly [number, string])[] | null;

function totalOf(...rows: readonly Row[]) {
  const { fields } = readDocument([
    page([
      [[0.4, "INVOICE"]],
      [
        [0.05, "Invoice No."],
        [0.3, "INV-1002"],
      ],
      ...rows,
    ]),
  ]);
  const one = (name: string) => fields.find((field) => field.name === name && field.line === null);
  return { total: one("total"), tax: one("tax") };
}

const row = (name: string, ...figures: readonly (readonly [number, string])[]): Row => [[0.05, name], ...figures];

describe("a share of a sum that is no tax on all of it", () => {
  it.each<[string, readonly Row[], string, string]>([
    [
      "a charge for service",
      [
        row("Food and drinks", [0.8, "100.00"]),
        row("Service charge", [0.3, "100.00"], [0.5, "10 %"], [0.8, "10.00"]),
        row("Subtotal", [0.8, "110.00"]),
        row("VAT 20 %", [0.8, "22.00"]),
        row("Total", [0.8, "132.00"]),
      ],
      "132.00",
      "22.00",
    ],
    [
      "a fee for those who pay late",
      [
        row("Net", [0.8, "100.00"]),
        row("GST 18 %", [0.8, "18.00"]),
        row("Total", [0.8, "118.00"]),
        row("Late fee", [0.3, "118.00"], [0.5, "2 %"], [0.65, "2.36"]),
        row("Payable after due date", [0.8, "120.36"]),
      ],
      "118.00",
      "18.00",
    ],
    [
      "a discount on one line",
      [
        row("Pump", [0.4, "500.00"], [0.5, "10 %"], [0.65, "50.00"], [0.8, "450.00"]),
        row("Installation", [0.8, "100.00"]),
        row("Subtotal", [0.8, "550.00"]),
        row("VAT 20 %", [0.8, "110.00"]),
        row("Total", [0.8, "660.00"]),
      ],
      "660.00",
      "110.00",
    ],
    [
      "a deposit that is taken off",
      [
        row("Deposit", [0.3, "-100.00"], [0.5, "19 %"], [0.8, "-19.00"]),
        row("Net", [0.8, "1000.00"]),
        row("VAT 19 %", [0.8, "190.00"]),
        row("Total", [0.8, "1190.00"]),
        row("Paid deposit", [0.8, "119.00"]),
      ],
      "1190.00",
      "190.00",
    ],
  ])("%s", (_name, rows, total, tax) => {
    const read = totalOf(...rows);
    expect([read.total?.value, read.tax?.value]).toEqual([total, tax]);
  });

  it("is not proved by the sum of its own row", () => {
    const read = totalOf(
      row("Widget", [0.4, "100.00"], [0.5, "19 %"], [0.65, "19.00"], [0.8, "119.00"]),
      null,
      null,
      null,
      null,
      row("Deposit bottle", [0.8, "8.00"]),
      row("Total", [0.8, "127.00"]),
    );
    expect(read.total?.value).toBe("127.00");
  });

  it("is asked where no label calls what it comes to the total", () => {
    const read = totalOf(
      row("VAT", [0.4, "1000.00"], [0.5, "19 %"], [0.65, "190.00"]),
      null,
      null,
      row("Amount of this paper", [0.8, "1190.00"]),
    );
    expect(read.total?.confidence ?? 0).toBeLessThan(0.9);
  });

  it("does not take long to look for, however many figures stand in a row", () => {
    const figures = Array.from({ length: 600 }, (_, at) => [0.05 + at * 0.0015, `${(at % 29) + 1}.00`] as const);
    const started = performance.now();
    totalOf(figures);
    const long = performance.now() - started;
    const short = (() => {
      const begun = performance.now();
      totalOf(figures.slice(0, 100));
      return performance.now() - begun;
    })();
    // Six times the figures may take thirty times as long, and not two hundred times.
    expect(long).toBeLessThan(Math.max(short, 5) * 60);
  });
});

describe("the weight of several crates", () => {
  const list = (...weights: readonly string[]) =>
    readDocument([page([[[0.4, "PACKING LIST"]], ...weights.map((weight) => [[0.05, weight] as const])])]).fields.find(
      ({ name, line }) => name === "gross_weight_kg" && line === null,
    );

  it("is the sum of all, where some of them add up as well", () => {
    const whole = list(
      "Gross weight: 100.00 kg",
      "Gross weight: 200.00 kg",
      "Gross weight: 300.00 kg",
      "Total gross weight: 600.00 kg",
    );
    expect(whole?.value).toBe("600.00");
  });

  it("is asked where round figures add up by chance", () => {
    const whole = list("Gross weight: 100.00 kg", "Gross weight: 200.00 kg", "Gross weight: 300.00 kg");
    expect(whole?.confidence ?? 0).toBeLessThan(0.9);
  });
});

describe("a number that is printed in groups", () => {
  it.each(["VR 7004 4188 21", "7 2281 00419"])("is whole: %s", (number) => {
    const { fields } = readDocument([
      page([
        [[0.4, "INVOICE"]],
        [
          [0.05, "Invoice No."],
          [0.3, number],
        ],
      ]),
    ]);
    expect(fields.find(({ name }) => name === "invoice_number")?.value).toBe(number);
  });
});

describe("sums at several terms of delivery", () => {
  it("are parts of the largest", () => {
    const read = totalOf(
      row("Sardines", [0.8, "70472.00"]),
      row("Total FOB Agadir", [0.8, "70472.00"]),
      row("Freight", [0.8, "2150.00"]),
      row("TOTAL CFR", [0.8, "72622.00"]),
    );
    expect(read.total?.value).toBe("72622.00");
  });
});

describe("what a sentence says of a carriage", () => {
  it("is asked, and so is an end that is no known port", () => {
    const { fields } = readDocument([
      page([[[0.4, "COMMERCIAL INVOICE"]], [[0.05, "Lieferung von Hamburg nach Vereinbarung"]]]),
    ]);
    const ports = fields.filter(({ name }) => name.startsWith("port_of_"));
    expect(ports.every(({ confidence }) => confidence < 0.9)).toBe(true);
  });
});
