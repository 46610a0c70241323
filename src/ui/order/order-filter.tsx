import { useTranslations } from "next-intl";
import type { OrderFilter as Filter } from "@/contracts/views/order";
import type { RuleId } from "@/domain/three-documents/outcome";
import { Button } from "@/ui/parts/button";
import { TextField } from "@/ui/parts/field";

interface Props {
  readonly filter: Filter;
  readonly rules: readonly RuleId[];
}

/** What the list is narrowed to; it stands in the address, and works before any script does. */
export function OrderFilter({ filter, rules }: Props) {
  const t = useTranslations("orders");
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      {filter.state ? <input type="hidden" name="state" value={filter.state} /> : null}
      <TextField
        label={t("search")}
        name="number"
        defaultValue={filter.number ?? ""}
        maxLength={100}
        className="w-64 max-w-full"
      />
      <div className="flex flex-col gap-1">
        <label htmlFor="order-rule" className="text-xs font-medium text-muted">
          {t("rule")}
        </label>
        <select
          id="order-rule"
          name="rule"
          defaultValue={filter.rule ?? ""}
          className="h-8 rounded-md border border-line-strong bg-panel px-2 text-sm text-text"
        >
          <option value="">–</option>
          {rules.map((rule) => (
            <option key={rule} value={rule}>
              {rule} · {t(`ruleName.${rule}`)}
            </option>
          ))}
        </select>
      </div>
      <Button type="submit" look="quiet">
        {t("find")}
      </Button>
    </form>
  );
}
