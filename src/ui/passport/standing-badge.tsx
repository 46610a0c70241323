import { CircleCheck, CircleDashed, CirclePause, CircleX, Clock, Layers2, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PassportStanding } from "@/contracts/views/passport";
import { Badge } from "@/ui/parts/badge";

const LOOKS: Readonly<Record<PassportStanding, readonly ["green" | "yellow" | "red" | "plain", LucideIcon]>> = {
  draft: ["plain", CircleDashed],
  valid: ["green", CircleCheck],
  expired: ["yellow", Clock],
  suspended: ["red", CirclePause],
  superseded: ["plain", Layers2],
  revoked: ["red", CircleX],
};

/** How a passport stands today, by a word, a colour and a glyph. */
export function StandingBadge({ standing }: { readonly standing: PassportStanding }) {
  const t = useTranslations("passport.standing");
  const [tone, Icon] = LOOKS[standing];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {t(standing)}
    </Badge>
  );
}
