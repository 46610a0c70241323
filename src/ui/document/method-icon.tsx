import {
  Barcode,
  Braces,
  FileText,
  GraduationCap,
  type LucideIcon,
  PenLine,
  QrCode,
  Rss,
  ScanText,
  Sigma,
  Sparkles,
  WandSparkles,
} from "lucide-react";
import type { FieldView } from "@/contracts/views/document";
import { cn } from "@/ui/parts/cn";

const ICONS: Readonly<Record<FieldView["method"], LucideIcon>> = {
  text_layer: FileText,
  ocr: ScanText,
  barcode: Barcode,
  embedded_xml: Braces,
  checksum_repair: WandSparkles,
  learned: GraduationCap,
  model: Sparkles,
  typed: PenLine,
  derived: Sigma,
  passport: QrCode,
  feed: Rss,
};

/** How a value came to be known. */
export function MethodIcon({
  method,
  className,
}: {
  readonly method: FieldView["method"];
  readonly className?: string;
}) {
  const Icon = ICONS[method];
  return <Icon aria-hidden className={cn("size-3.5 shrink-0", className)} strokeWidth={1.75} />;
}
