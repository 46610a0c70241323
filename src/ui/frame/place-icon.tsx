import {
  BadgeCheck,
  BookOpen,
  BrainCircuit,
  ChartColumn,
  ClipboardCheck,
  Filter,
  Gavel,
  Globe,
  KeyRound,
  Landmark,
  ListChecks,
  type LucideIcon,
  Mail,
  Package,
  PackageSearch,
  Radio,
  RadioTower,
  Scale,
  ShieldCheck,
  ShoppingCart,
  Tags,
  Target,
  Timer,
  TriangleAlert,
  Undo2,
  Users,
} from "lucide-react";
import type { PlaceWord } from "./places";

const ICONS: Readonly<Record<PlaceWord, LucideIcon>> = {
  shipments: Package,
  stock: BookOpen,
  orders: ShoppingCart,
  classify: Tags,
  origin: Globe,
  money: Landmark,
  returns: Undo2,
  time: Timer,
  messages: Mail,
  channels: Radio,
  permits: BadgeCheck,
  reviews: ClipboardCheck,
  inspections: PackageSearch,
  alerts: TriangleAlert,
  decisions: Gavel,
  insight: ChartColumn,
  quality: Target,
  credit: ShieldCheck,
  law: Scale,
  models: BrainCircuit,
  rules: Filter,
  simulator: RadioTower,
  people: Users,
  jobs: ListChecks,
  apiKeys: KeyRound,
};

/** The sign of a place; its word always stands beside it or in its label. */
export function PlaceIcon({ word }: { readonly word: PlaceWord }) {
  const Icon = ICONS[word];
  return <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />;
}
