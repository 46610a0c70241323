/** A kind of goods that the generated year trades in. Prices and weights are made up, near what trade knows. */
export interface GoodsKind {
  readonly code: string;
  /** A code of a lower duty under which such goods are passed off. */
  readonly disguise: string | null;
  readonly origins: readonly string[];
  /** CNY for a kilogram, in the middle. */
  readonly pricePerKg: number;
  /** Spread of the logarithm of the price among honest traders. */
  readonly spread: number;
  /** Kilograms of a usual consignment of a firm. */
  readonly kg: number;
  /** Per cent. */
  readonly dutyRate: number;
  readonly isRetail: boolean;
  /** Whether it needs a permit that a smuggler would rather not ask for. */
  readonly isControlled: boolean;
}

const kind = (
  code: string,
  origins: string,
  pricePerKg: number,
  spread: number,
  kg: number,
  dutyRate: number,
  rest: Partial<GoodsKind> = {},
): GoodsKind => ({
  code,
  origins: origins.split(" "),
  pricePerKg,
  spread,
  kg,
  dutyRate,
  disguise: null,
  isRetail: false,
  isControlled: false,
  ...rest,
});

/** What is traded in the generated year. The duty rates are those of a made-up tariff, for statistics alone. */
export const GOODS: readonly GoodsKind[] = [
  kind("610910", "BD VN TR IN", 118, 0.35, 900, 6),
  kind("620342", "BD VN IT", 152, 0.4, 700, 6),
  kind("640299", "VN ID IT", 96, 0.45, 650, 10),
  kind("420221", "IT FR VN", 1_450, 0.5, 80, 6, { disguise: "420222" }),
  kind("330499", "KR FR JP US", 640, 0.45, 240, 1, { isRetail: true }),
  kind("330300", "FR IT US", 980, 0.4, 160, 3, { isRetail: true, disguise: "330499" }),
  kind("210690", "US AU NZ DE", 310, 0.4, 300, 12, { isRetail: true, disguise: "190190" }),
  kind("190110", "NZ NL DE AU", 168, 0.25, 800, 5, { isRetail: true, isControlled: true }),
  kind("220421", "FR AU CL IT ES", 62, 0.55, 1_800, 14),
  kind("220830", "GB JP US", 240, 0.5, 700, 5),
  kind("020230", "AU BR AR NZ", 46, 0.2, 18_000, 12, { isControlled: true }),
  kind("030617", "EC IN ID", 52, 0.2, 12_000, 5, { isControlled: true }),
  kind("040690", "NZ IT FR", 58, 0.3, 4_000, 12),
  kind("851830", "VN MY TH", 420, 0.5, 260, 4),
  kind("851762", "VN MY US", 1_150, 0.55, 180, 0),
  kind("847130", "VN TW US", 920, 0.4, 320, 0),
  kind("854231", "TW KR MY", 5_200, 0.7, 40, 0),
  kind("900490", "IT JP", 1_300, 0.5, 60, 7, { disguise: "392690" }),
  kind("910211", "CH JP", 9_800, 0.6, 12, 8, { disguise: "911190" }),
  kind("950300", "VN DE DK", 92, 0.4, 800, 0),
  kind("940360", "VN MY ID IT", 34, 0.45, 4_500, 0),
  kind("392690", "TH MY KR DE", 54, 0.55, 1_500, 6.5),
  kind("870899", "DE JP KR TH", 88, 0.6, 2_200, 6),
  kind("843149", "DE JP US", 140, 0.6, 1_900, 3),
  kind("300490", "DE CH US", 2_900, 0.7, 90, 0, { isControlled: true }),
  kind("711319", "IT HK TH", 88_000, 0.5, 3, 10, { disguise: "711719" }),
];
