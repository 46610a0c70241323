import { ArrowRight, CircleCheck, Landmark, LoaderCircle, UserRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ShipmentView } from "@/contracts/views/shipment";
import { Button } from "@/ui/parts/button";
import { cn } from "@/ui/parts/cn";
import { DismissShipment } from "./dismiss-shipment";
import { nextStep } from "./next-step";

const ICONS = { you: UserRound, authority: Landmark, system: LoaderCircle, nobody: CircleCheck } as const;

/** What comes next, whose it is, and the button that does it. */
export function NextStepCard({ shipment }: { readonly shipment: ShipmentView }) {
  const t = useTranslations("overview");
  const { step, who, count, href } = nextStep(shipment);
  const Icon = ICONS[who];
  const isMine = who === "you";
  return (
    <section
      aria-labelledby="next"
      className={cn(
        "flex flex-wrap items-center gap-x-4 gap-y-3 rounded-md border px-4 py-3",
        isMine ? "border-accent/60 bg-accent-soft" : "bg-raised",
      )}
    >
      <Icon
        aria-hidden
        className={cn("size-5 shrink-0", isMine ? "text-accent" : step === "done" ? "text-green" : "text-muted")}
        strokeWidth={1.75}
      />
      <div className="min-w-0 flex-1 basis-60">
        <h2 id="next" className="text-xs font-medium text-muted">
          {who === "nobody" ? t("nothingNext") : t("nextBy", { who: t(`who.${who}`) })}
        </h2>
        <p className="text-base font-medium">{t(`step.${step}`, { count })}</p>
      </div>
      {step === "replace" ? <DismissShipment shipmentId={shipment.id} /> : null}
      {href ? (
        <Button asChild look={isMine ? "primary" : "quiet"}>
          <Link href={href} scroll={false}>
            {t(`act.${step}`)}
            <ArrowRight aria-hidden />
          </Link>
        </Button>
      ) : null}
    </section>
  );
}
