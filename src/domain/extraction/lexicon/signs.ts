import type { DocumentType } from "../../document/document";
import { TILL_ROW } from "./till-words";

/** Words in the body that speak for a type where no title does, or between two titles; each with its weight. */
export const SIGNS: readonly (readonly [DocumentType, RegExp, number])[] = [
  [
    "commercial_invoice",
    /\bincoterms?\b|country of origin|\bh\.?s\.? ?code|\b(fob|cif|cfr|exw|fca|dap|ddp|cpt|cip)\b|port of (loading|discharge)|gross weight|net weight|商品编码|原产国|贸易术语|shipping marks?|\bl\/c\b|vessel|\bihracat\b|gtip|navlun|konteyner|teslim sarti|mense ulke|supply meant for export|ausfuhrlieferung|exportrechnung|export invoice|facture (?:a l'|d')?export|article 262/,
    1.1,
  ],
  [
    "invoice",
    /\bvat\b|\bust\b|mwst|umsatzsteuer|\btva\b|\biva\b|\biban\b|\bbtw\b|siret|steuernummer|amount due|due date|\bgst\b|sales tax|bill(ed)? to|payment terms/,
    1,
  ],
  ["receipt", TILL_ROW, 1.5],
  [
    "packing_list",
    /\bcartons?\b|\bctns?\b|measurement|\bcbm\b|\bn\.?w\.?\b|\bg\.?w\.?\b|pallets?|carton no|毛重|净重|箱号/,
    0.6,
  ],
  [
    "air_waybill",
    /airport of (departure|destination)|issuing carrier|chargeable weight|agent'?s iata|by first carrier|declared value for carriage|requested routing/,
    2,
  ],
  ["house_air_waybill", /\bhawb\b|house (air ?way ?bill|awb)|\bmawb\b|master (awb|air ?waybill)/, 3],
  [
    "bill_of_lading",
    /ocean vessel|shipped on board|laden on board|freight (prepaid|collect)|original (bills?|b)|merchant|place of receipt|said to contain|carrier'?s? (reference|receipt)|\bshipper'?s load/,
    1.2,
  ],
  [
    "house_bill_of_lading",
    /\bfiata\b|\bfbl\b|\bhbl\b|house b\/?l|house bill|master b(\/?l|ill)|\bmbl\b|\bunctad\b/,
    2.6,
  ],
  [
    "express_waybill",
    /\btrk ?#|tracking (no|number|id)|\bact ?wgt|ship date|bill (sender|recipient|third party)|courier|waybill (doc|doc\b)|pickup|\bexpress\b|kuaidi|dimmed|\bcad:|origin id|shipment details|pce\/shpt|快递/,
    1.4,
  ],
  [
    "postal_declaration",
    /\bcn ?2[23]\b|may be opened officially|postal|designated operator|gift|commercial sample|detailed description of contents|\bcp ?72\b|sender'?s customs reference/,
    1.5,
  ],
  [
    "certificate_of_origin",
    /certif(y|ies).*origin|origin criteri|chamber of commerce|certifying authority|undersigned authority|preferential|原产地/,
    2,
  ],
  [
    "health_certificate",
    /phytosanitary|botanical|quarantine pests?|veterinar|fit for human consumption|official inspector|slaughter|plant protection|sanitary|competent authority|disinfestation|检疫/,
    1.8,
  ],
  [
    "quality_report",
    /test (method|result|item)|specification limit|sample (no|number|received|description)|batch no|lot no|inspected by|\baql\b|(conform|complies) (to|with) (the )?specification|检验结果|检测项目|检验项目/,
    1.3,
  ],
  [
    "product_label",
    /ingredients\b|best before|use by|shelf life|storage conditions?|keep (out of|in a cool)|net (wt|content)|directions for use|serving size|配料表?[:：]|保质期|净含量|贮存条件|生产日期/,
    2,
  ],
  [
    "payment_slip",
    /remitt(er|ance|ing)|beneficiary (bank|account|customer)|ordering customer|value date|swift|\bmt ?103\b|debit account|charges? (ours|shared|our|sha|ben)|details of payment|收款人|付款人|汇款/,
    1.1,
  ],
];
