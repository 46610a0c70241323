import { useTranslations } from "next-intl";
import type { InspectionView } from "@/contracts/views/inspection";
import { Countersign } from "./countersign";
import { SampleCard } from "./sample-card";
import { TakeSample } from "./take-sample";

interface Props {
  readonly inspection: InspectionView;
  /** Whether the reader acts on inspections. */
  readonly mayAct: boolean;
}

/** What an inspection looks at, item by item, with seals, samples and the second signature. */
export function ItemList({ inspection, mayAct }: Props) {
  const t = useTranslations("inspection");
  const plan = useTranslations("plan");
  const { items, state, countersignedBy, isRecordedByMe } = inspection;
  if (items.length === 0) return null;
  const isOfTwo = items.some(({ check }) => check === "both_ends");
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label={t("items")} className="flex flex-col gap-1">
        {items.map((item) => (
          <li key={item.id} className="flex flex-col gap-1.5">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-medium">{plan(`check.${item.check}`)}</span>
              <span className="text-muted">{t("line", { line: item.line })}</span>
              {item.grounds.length > 0 ? (
                <span className="text-muted">
                  {t("again", { grounds: item.grounds.map((ground) => plan(`ground.${ground}`)).join("; ") })}
                </span>
              ) : null}
              <Result item={item} />
              {mayAct && item.check === "sample" && item.result === null && state !== "cancelled" ? (
                <TakeSample itemId={item.id} />
              ) : null}
            </span>
            {item.samples.map((sample) => (
              <SampleCard key={sample.id} sample={sample} mayAct={mayAct} />
            ))}
          </li>
        ))}
      </ul>
      {isOfTwo && countersignedBy ? (
        <p className="text-green">✓ {t("countersignedBy", { name: countersignedBy })}</p>
      ) : null}
      {isOfTwo && !countersignedBy && state === "recorded" ? (
        <p className="flex flex-wrap items-center gap-2 text-yellow">
          ▲ {t("awaitsSecond")} {mayAct && !isRecordedByMe ? <Countersign inspectionId={inspection.id} /> : null}
        </p>
      ) : null}
    </div>
  );
}

function Result({ item: { result } }: { readonly item: InspectionView["items"][number] }) {
  const t = useTranslations("inspection");
  if (!result) return <span className="text-muted">{t("itemDue")}</span>;
  const { verdict, sealNumber, sealState, validUntil } = result;
  const seal = sealNumber ? `${t("seal")} ${sealNumber}` : null;
  const rest = [
    seal && sealState ? `${seal}: ${t(`sealStates.${sealState}`)}` : seal,
    validUntil ? `${t("validUntil")} ${validUntil}` : null,
  ];
  return (
    <>
      <span className={verdict === "passed" ? "text-green" : "font-medium text-red"}>
        {verdict === "passed" ? `✓ ${t("passed")}` : `■ ${t("failed")}`}
      </span>
      <span className="text-muted">{rest.filter(Boolean).join(" · ")}</span>
    </>
  );
}
