import { countryNamed } from "../countries";
import { fold, squeeze } from "../fold";

/**
 * Ports and airports of trade with China and between its partners, by the location code that papers write beside or for
 * them: UN/LOCODE for ports, IATA for airports. A place that is not here is still read; one that is here is known to be one.
 */
const PLACES = `
  CNSHA Shanghai; CNNGB Ningbo; CNSZX Shenzhen; CNYTN Yantian; CNSHK Shekou; CNCAN Guangzhou; CNNSA Nansha; CNTAO Qingdao;
  CNTXG Tianjin; CNTSN Tianjin; CNXMN Xiamen; CNDLC Dalian; CNFOC Fuzhou; CNLYG Lianyungang; CNZUH Zhuhai; CNHUA Huangpu; CNTAG Taicang;
  CNNJG Nanjing; CNWUH Wuhan; CNCKG Chongqing; CNHAK Haikou; CNYIK Yingkou; CNRZH Rizhao; CNYNT Yantai; CNSWA Shantou; CNQZJ Quanzhou;
  CNZHA Zhanjiang; CNBHY Beihai; CNFAN Fangcheng; CNQZH Qinzhou; CNXIN Xingang; HKHKG Hong Kong; MOMFM Macau; TWKHH Kaohsiung; TWKEL Keelung;
  TWTXG Taichung; TWTPE Taipei; JPTYO Tokyo; JPYOK Yokohama; JPNGO Nagoya; JPOSA Osaka; JPUKB Kobe; JPHKT Hakata; JPMOJ Moji; KRPUS Busan;
  KRINC Incheon; KRKAN Gwangyang; KRPTK Pyeongtaek; VNSGN Ho Chi Minh City; VNHPH Haiphong; VNDAD Da Nang; VNCLI Cat Lai; VNVUT Vung Tau;
  THBKK Bangkok; THLCH Laem Chabang; SGSIN Singapore; MYPKG Port Klang; MYPEN Penang; MYPGU Pasir Gudang; MYTPP Tanjung Pelepas; MYJHB Johor Bahru;
  IDJKT Jakarta; IDSUB Surabaya; IDSRG Semarang; IDBLW Belawan; PHMNL Manila; PHCEB Cebu; KHKOS Sihanoukville; MMRGN Yangon; BDCGP Chittagong;
  BDDAC Dhaka; LKCMB Colombo; INNSA Nhava Sheva; INMUN Mundra; INMAA Chennai; INCCU Kolkata; INBOM Mumbai; INTUT Tuticorin; INCOK Cochin;
  INPAV Pipavav; PKKHI Karachi; PKBQM Port Qasim; AEJEA Jebel Ali; AEDXB Dubai; AEKHL Khalifa Port; AEAUH Abu Dhabi; AESHJ Sharjah; SAJED Jeddah;
  SADMM Dammam; OMSOH Sohar; QAHMD Hamad; KWSWK Shuwaikh; BHKBS Khalifa Bin Salman; IRBND Bandar Abbas; ILHFA Haifa; ILASH Ashdod; TRIST Istanbul;
  TRAMR Ambarli; TRMER Mersin; TRIZM Izmir; TRGEM Gemlik; EGALY Alexandria; EGPSD Port Said; EGDAM Damietta; MACAS Casablanca; TNTUN Tunis;
  DZALG Algiers; ZADUR Durban; ZACPT Cape Town; ZAPLZ Port Elizabeth; KEMBA Mombasa; TZDAR Dar es Salaam; NGAPP Apapa; NGLOS Lagos; GHTEM Tema;
  CIABJ Abidjan; SNDKR Dakar; DEHAM Hamburg; DEBRV Bremerhaven; DEBRE Bremen; DEWVN Wilhelmshaven; NLRTM Rotterdam; NLAMS Amsterdam; BEANR Antwerp;
  BEZEE Zeebrugge; GBFXT Felixstowe; GBSOU Southampton; GBLGP London Gateway; GBLIV Liverpool; GBLON London; GBTIL Tilbury; GBIMM Immingham; IEDUB Dublin; FRLEH Le Havre;
  FRFOS Fos-sur-Mer; FRMRS Marseille; FRPAR Paris; FRDKK Dunkerque; ESVLC Valencia; ESBCN Barcelona; ESALG Algeciras; ESBIO Bilbao; ESMAD Madrid; PTLIS Lisbon; PTLEI Leixoes; PTSIE Sines;
  ITGOA Genoa; ITLIV Livorno; ITSPE La Spezia; ITNAP Naples; ITTRS Trieste; ITVCE Venice; ITGIT Gioia Tauro; ITSAL Salerno; ITRAN Ravenna; ITMIL Milan; GRPIR Piraeus; GRSKG Thessaloniki;
  SIKOP Koper; HRRJK Rijeka; MTMAR Marsaxlokk; ROCND Constanta; BGVAR Varna; UAODS Odessa; RULED St Petersburg; RUVVO Vladivostok; RUNVS Novorossiysk; PLGDN Gdansk; PLGDY Gdynia;
  LTKLJ Klaipeda; LVRIX Riga; EETLL Tallinn; FIHEL Helsinki; FIKTK Kotka; SEGOT Gothenburg; SESTO Stockholm; DKAAR Aarhus; DKCPH Copenhagen; NOOSL Oslo; NOBGO Bergen; ISREY Reykjavik;
  USLAX Los Angeles; USLGB Long Beach; USOAK Oakland; USSEA Seattle; USTIW Tacoma; USNYC New York; USEWR Newark; USSAV Savannah; USCHS Charleston; USORF Norfolk; USHOU Houston; USMIA Miami;
  USBAL Baltimore; USBOS Boston; USPHL Philadelphia; USMSY New Orleans; USMOB Mobile; USJAX Jacksonville; USPEF Port Everglades; USCHI Chicago; CAVAN Vancouver; CAMTR Montreal; CAHAL Halifax;
  CATOR Toronto; CAPRR Prince Rupert; MXZLO Manzanillo; MXVER Veracruz; MXLZC Lazaro Cardenas; MXATM Altamira; PABLB Balboa; PAONX Colon; COCTG Cartagena; COBUN Buenaventura; ECGYE Guayaquil;
  PECLL Callao; CLSAI San Antonio; CLVAP Valparaiso; ARBUE Buenos Aires; UYMVD Montevideo; BRSSZ Santos; BRRIO Rio de Janeiro; BRPNG Paranagua; BRITJ Itajai; BRNVT Navegantes; BRRIG Rio Grande;
  BRSUA Suape; BRVIX Vitoria; DOCAU Caucedo; JMKIN Kingston; GTPBR Puerto Barrios; CRLIO Puerto Limon; AUSYD Sydney; AUMEL Melbourne; AUBNE Brisbane; AUFRE Fremantle; AUADL Adelaide;
  NZAKL Auckland; NZTRG Tauranga; NZLYT Lyttelton;
  PVG Shanghai Pudong; SHA Shanghai Hongqiao; PEK Beijing; PKX Beijing Daxing; CAN Guangzhou; SZX Shenzhen; CTU Chengdu; TFU Chengdu Tianfu; CKG Chongqing; CGO Zhengzhou; XIY Xian; HGH Hangzhou; NKG Nanjing; WUH Wuhan;
  XMN Xiamen; TAO Qingdao; TSN Tianjin; DLC Dalian; KMG Kunming; CSX Changsha; HKG Hong Kong; MFM Macau; TPE Taipei Taoyuan; NRT Tokyo Narita; HND Tokyo Haneda; KIX Osaka Kansai; NGO Nagoya Chubu; FUK Fukuoka;
  ICN Seoul Incheon; PUS Busan Gimhae; SGN Ho Chi Minh City; HAN Hanoi; DAD Da Nang; BKK Bangkok Suvarnabhumi; SIN Singapore Changi; KUL Kuala Lumpur; PEN Penang; CGK Jakarta; SUB Surabaya; MNL Manila; CEB Cebu; DEL Delhi;
  BOM Mumbai; MAA Chennai; BLR Bengaluru; HYD Hyderabad; CCU Kolkata; AMD Ahmedabad; DAC Dhaka; CMB Colombo; KHI Karachi; LHE Lahore; DXB Dubai; DWC Dubai World Central; AUH Abu Dhabi; SHJ Sharjah; DOH Doha;
  RUH Riyadh; JED Jeddah; DMM Dammam; KWI Kuwait; BAH Bahrain; MCT Muscat; TLV Tel Aviv; IST Istanbul; SAW Istanbul Sabiha; ESB Ankara; ADB Izmir; CAI Cairo; ADD Addis Ababa; NBO Nairobi; JNB Johannesburg; CPT Cape Town;
  DUR Durban; LOS Lagos; CMN Casablanca; FRA Frankfurt; MUC Munich; LEJ Leipzig; CGN Cologne; HAM Hamburg; DUS Dusseldorf; BER Berlin; STR Stuttgart; HHN Hahn; AMS Amsterdam Schiphol; MST Maastricht; BRU Brussels; LGG Liege; LUX Luxembourg;
  CDG Paris Charles de Gaulle; CDG Paris CDG; ORY Paris Orly; LYS Lyon; MRS Marseille; LHR London Heathrow; LGW London Gatwick; STN London Stansted; EMA East Midlands; MAN Manchester; BHX Birmingham; GLA Glasgow; DUB Dublin; MAD Madrid; BCN Barcelona; ZAZ Zaragoza;
  LIS Lisbon; OPO Porto; MXP Milan Malpensa; FCO Rome Fiumicino; BGY Bergamo; BLQ Bologna; ZRH Zurich; GVA Geneva; BSL Basel; VIE Vienna; PRG Prague; BUD Budapest; WAW Warsaw; KTW Katowice; OTP Bucharest; SOF Sofia; ATH Athens; CPH Copenhagen; ARN Stockholm Arlanda;
  OSL Oslo; HEL Helsinki; BLL Billund; RIX Riga; VNO Vilnius; TLL Tallinn; SVO Moscow; LED St Petersburg; JFK New York JFK; EWR Newark; ORD Chicago O Hare; ORD Chicago; LAX Los Angeles; SFO San Francisco; SEA Seattle; ANC Anchorage; MIA Miami; ATL Atlanta;
  DFW Dallas; IAH Houston; BOS Boston; PHL Philadelphia; MEM Memphis; SDF Louisville; CVG Cincinnati; DEN Denver; PHX Phoenix; IND Indianapolis; YYZ Toronto Pearson; YYZ Toronto; YVR Vancouver; YUL Montreal; MEX Mexico City; GDL Guadalajara; MTY Monterrey; NLU Mexico Felipe;
  PTY Panama; BOG Bogota; UIO Quito; LIM Lima; SCL Santiago; EZE Buenos Aires; GRU Sao Paulo Guarulhos; VCP Campinas; GIG Rio de Janeiro; SYD Sydney; MEL Melbourne; BNE Brisbane; PER Perth; AKL Auckland;
  CNZOS Zhoushan; CNZSN Zhongshan; CNFOS Foshan; CNJMN Jiangmen; CNWNZ Wenzhou; CNTZO Taizhou; CNJIN Jinzhou; VNUIH Quy Nhon; VNCMT Cai Mep; VNTOT Phu My; INHZA Hazira; INKRI Krishnapatnam;
  INVTZ Visakhapatnam; INKAT Kattupalli; INIXY Kandla; INTKD Tughlakabad; BDMGL Mongla; TRALI Aliaga; TRIZT Izmit; TRISK Iskenderun; TRAYT Antalya; TRSSX Samsun; ITAOI Ancona; ITTAR Taranto; ITCVV Civitavecchia; ESVGO Vigo;
  ESCAS Castellon; ESSAG Sagunto; ESTAR Tarragona; ESMLG Malaga; PTSET Setubal; FRNTE Nantes; FRBOD Bordeaux; BEGNE Ghent; NLVLI Vlissingen; NLMOE Moerdijk; DELBC Lubeck; DERSK Rostock; DKFRC Fredericia; SENRK Norrkoping;
  SEHEL Helsingborg; SEGVX Gavle; NODRM Drammen; NOAES Alesund; FIRAU Rauma; FIHKO Hanko; FITKU Turku; PLSZZ Szczecin; GBGRG Grangemouth; GBTEE Teesport; GBBEL Belfast; USILM Wilmington; USPDX Portland; USHNL Honolulu;
  USTPA Tampa; CASJB Saint John; MXESE Ensenada; COSMR Santa Marta; COBAQ Barranquilla; HNPCR Puerto Cortes; SVAQJ Acajutla; ECPSJ Posorja; PEPAI Paita; CLIQQ Iquique; BRPEC Pecem; BRMAO Manaus; BRIBB Imbituba; ZAZBA Coega;
  MZMPM Maputo; NAWVB Walvis Bay; AOLAD Luanda; CGPNR Pointe Noire; CMKBI Kribi; CMDLA Douala; BJCOO Cotonou; TGLFW Lome; SDPZU Port Sudan; DJJIB Djibouti; MGTMM Toamasina; MUPLU Port Louis; AUDRW Darwin; AUTSV Townsville;
  NZNPE Napier; GEPTI Poti; ALDRZ Durres; LBBEY Beirut; SYLTK Latakia; JOAQJ Aqaba; IQUQR Umm Qasr; YEADE Aden;
  YYC Calgary; YEG Edmonton; YOW Ottawa; YHZ Halifax; YWG Winnipeg; PDX Portland; SLC Salt Lake City; MSP Minneapolis; DTW Detroit; CLT Charlotte; IAD Washington Dulles; HAJ Hannover; NUE Nuremberg; TLS Toulouse; EIN Eindhoven;
  GOT Gothenburg Landvetter; KRK Krakow; WRO Wroclaw; LJU Ljubljana; ZAG Zagreb; BEG Belgrade; TIA Tirana; KBP Kyiv; EVN Yerevan; TBS Tbilisi; GYD Baku; ALA Almaty; TAS Tashkent; PNH Phnom Penh; KTM Kathmandu; ISB Islamabad;
  SKT Sialkot; DPS Denpasar; NGB Ningbo; WUX Wuxi; SHE Shenyang; HRB Harbin; URC Urumqi; NNG Nanning; ACC Accra; ABJ Abidjan; DKR Dakar; DAR Dar es Salaam; EBB Entebbe; KGL Kigali; LUN Lusaka; HRE Harare; ALG Algiers; TUN Tunis;
  DLA Douala; MRU Mauritius; VVO Vladivostok; CRK Clark Field; KHH Kaohsiung; SJO San Jose; GUA Guatemala City; SAL San Salvador; MVD Montevideo; ASU Asuncion; CWB Curitiba; POA Porto Alegre
`;

const ENTRIES = PLACES.trim()
  .split(";")
  .map((entry) => entry.trim().replace(/\s+/g, " "))
  .map((entry) => ({ code: entry.split(" ")[0] ?? "", name: fold(entry.slice(entry.indexOf(" ") + 1)) }));
const CODES: ReadonlySet<string> = new Set(ENTRIES.map(({ code }) => code));
const NAMES: readonly string[] = [...new Set(ENTRIES.map(({ name }) => name))].sort((a, b) => b.length - a.length);

/** Whether a port or an airport has this code. */
export function isPlaceCode(text: string): boolean {
  return CODES.has(text);
}

/** Whether the text names a known port or airport, alone or with its country, its code or the word "port". */
export function namesPlace(text: string): boolean {
  const plain = ` ${fold(text)
    .replace(/[^\p{L}]+/gu, " ")
    .trim()} `;
  return CODES.has(text.trim()) || NAMES.some((name) => plain.includes(` ${name.replace(/[^\p{L}]+/gu, " ")} `));
}

/** A letter or a figure that stands alone, or a figure among letters, where a name was read apart. */
const ALONE = /(?<![\p{L}\d])(?:[\p{L}\d]|[\p{L}01]{0,2}[01]\p{L}{1,2})(?![\p{L}\d])/u;
/** Shorter names are found in too much. */
const LEAST = 5;
const RUN_ON = NAMES.map((name) => ({ name, letters: squeeze(name) })).filter(({ letters }) => letters.length >= LEAST);

/** The known port or airport that an engine read in pieces, alone or with its country: "SHANGHA I, CH I NA". */
export function placeReadApart(text: string): string | null {
  if (!ALONE.test(text)) return null;
  const letters = squeeze(text).replace(/1/g, "i").replace(/0/g, "o");
  const known = RUN_ON.find((each) => {
    if (!letters.startsWith(each.letters)) return false;
    const rest = letters.slice(each.letters.length);
    return rest.length <= 1 || countryNamed(rest) !== null || countryNamed(rest.slice(0, -1)) !== null;
  });
  return known?.name.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()) ?? null;
}
