import { add, compare, decimal, divide, formatDecimal, round, subtract, sum, ZERO } from "../shared/decimal";
import { addDays, type LocalDate } from "../shared/local-date";

/** An amount that comes back to the guarantee on a day, because a bill is due then and is taken to be paid. */
export interface ExpectedReturn {
  readonly day: LocalDate;
  readonly amount: string;
}

/** What of a guarantee is free on a day, if things go on as they did. */
export interface ForecastDay {
  readonly day: LocalDate;
  readonly returns: string;
  readonly needs: string;
  /** A plain decimal; below zero by what is missing. */
  readonly available: string;
}

export interface Forecast {
  /** What a day took on average, over the days that were looked back on. */
  readonly dailyNeed: string;
  readonly days: readonly ForecastDay[];
  /** The first day on which less is free than the day needs; null where none is in sight. */
  readonly shortOn: LocalDate | null;
}

interface ForecastQuestion {
  readonly today: LocalDate;
  /** What is free now. */
  readonly available: string;
  /** What was reserved on each of the days that are looked back on, and not given back unused. */
  readonly reservedBefore: readonly { readonly day: LocalDate; readonly amount: string }[];
  readonly lookBackDays: number;
  readonly returns: readonly ExpectedReturn[];
  readonly horizonDays: number;
}

/**
 * How far a guarantee reaches: every day needs what days needed on average, and what is owed comes back on the day on
 * which its bill is due. What is overdue comes back tomorrow at the earliest; nobody knows, so it is not counted.
 */
export function forecastGuarantee(question: ForecastQuestion): Forecast {
  const { today, reservedBefore, lookBackDays, returns, horizonDays } = question;
  const first = addDays(today, -lookBackDays);
  const taken = sum(
    reservedBefore.filter(({ day }) => day >= first && day < today).map(({ amount }) => decimal(amount)),
  );
  const need = round(divide(taken, decimal(String(lookBackDays)), 6), 2);
  let available = decimal(question.available);
  const days = Array.from({ length: horizonDays }, (_, index) => {
    const day = addDays(today, index + 1);
    const back = sum(returns.filter((each) => each.day === day).map(({ amount }) => decimal(amount)));
    available = subtract(add(available, back), need);
    return { day, returns: text(back), needs: text(need), available: text(available) };
  });
  const short = days.find((each) => compare(decimal(each.available), ZERO) < 0);
  return { dailyNeed: text(need), days, shortOn: short?.day ?? null };
}

const text = (value: Parameters<typeof round>[0]) => formatDecimal(round(value, 2));
