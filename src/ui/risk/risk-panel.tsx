import { Gauge } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { RiskView } from "@/contracts/views/shipment";
import { Alert } from "@/ui/parts/alert";
import { Button } from "@/ui/parts/button";
import { EmptyState } from "@/ui/parts/empty-state";
import { Assessment } from "./assessment";
import type { LaneBands } from "./lane-bands";

interface Props {
  /** The version whose assessments these are, where it was withdrawn; null where it stands. */
  readonly withdrawnVersion: number | null;
  readonly risks: readonly RiskView[];
  readonly bandsOf: (scorecardVersion: string) => LaneBands | null;
}

/** Every score explained to its last point, a gate after the other. */
export function RiskPanel({ risks, bandsOf, withdrawnVersion }: Props) {
  const t = useTranslations("risk");
  if (risks.length === 0)
    return (
      <EmptyState
        icon={Gauge}
        words={t("empty")}
        action={
          <Button asChild look="quiet">
            <Link href="?tab=declaration" scroll={false}>
              {t("lodge")}
            </Link>
          </Button>
        }
      />
    );
  return (
    <div className="@container flex flex-col gap-10 px-4 pt-5 md:px-6">
      {withdrawnVersion === null ? null : <Alert tone="warning">{t("withdrawn", { version: withdrawnVersion })}</Alert>}
      {risks.map((risk) => (
        <Assessment
          key={`${risk.stage}-${risk.assessedAt}`}
          risk={risk}
          bands={bandsOf(risk.scorecardVersion)}
          hasLinks
        />
      ))}
    </div>
  );
}
