import { useTranslations } from "next-intl";
import type { ShipmentView } from "@/contracts/views/shipment";
import { productClasses } from "@/domain/clearance/product-class";

/** Each line's commodity code and the product classes that follow from it, for what is asked follows from these. */
export function GoodsClasses({ shipment }: { readonly shipment: ShipmentView }) {
  const t = useTranslations("requirements");
  const reasons = useTranslations("reasons");
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      {codesOf(shipment).map(({ line, code }) => {
        const classes = productClasses(code);
        return (
          <div key={line} className="contents">
            <dt className="text-muted">
              {t("line", { line })} · <code>{code}</code>
            </dt>
            <dd>
              {classes.length > 0 ? classes.map((each) => reasons(`product_class.${each}`)).join(" · ") : t("noClass")}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The commodity codes as they are declared, or would be, by the line they stand in. */
export function codesOf({ declaration }: Pick<ShipmentView, "declaration">) {
  return declaration.values.flatMap(({ name, line, value }) =>
    name === "commodityCode" && line !== null && value !== null ? [{ line, code: value.replace(/\D/g, "") }] : [],
  );
}
