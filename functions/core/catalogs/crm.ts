// The standard fields of Zoho CRM's contacts, accounts and deals.
import { fieldCatalog } from './field-table.ts';

/** The Contacts module. */
export const crmContact = fieldCatalog(
  'crm',
  'contact',
  'CRM contact',
  `
id | id | Record ID
Salutation | choice | Salutation | Mr.=Mr., Mrs.=Mrs., Ms.=Ms., Dr.=Dr., Prof.=Prof.
First_Name | text 40 | First Name
*Last_Name | text 80 | Last Name
Full_Name | text 80 | Full Name
Account_Name | object | Account Name
Vendor_Name | object | Vendor Name
Email | email 100 | Email
Secondary_Email | email 100 | Secondary Email
Title | text 100 | Title
Department | text 50 | Department
Phone | phone 50 | Phone
Home_Phone | phone 30 | Home Phone
Other_Phone | phone 30 | Other Phone
Mobile | phone 30 | Mobile
Fax | phone 30 | Fax
Assistant | text 50 | Assistant
Asst_Phone | phone 30 | Asst Phone
Date_of_Birth | date | Date of Birth
Lead_Source | choice | Lead Source | Advertisement, Cold Call, Employee Referral, External Referral, Online Store, Partner, Web Download, Chat
Reporting_To | object | Reporting To
Email_Opt_Out | boolean | Email Opt Out
Skype_ID | text 50 | Skype ID
Twitter | text 50 | Twitter
Mailing_Street | text 250 | Mailing Street
Mailing_City | text 30 | Mailing City
Mailing_State | region 30 | Mailing State
Mailing_Zip | postal-code 30 | Mailing Zip
Mailing_Country | country 30 | Mailing Country
Other_Street | text 250 | Other Street
Other_City | text 30 | Other City
Other_State | region 30 | Other State
Other_Zip | postal-code 30 | Other Zip
Other_Country | country 30 | Other Country
Description | text 32000 | Description
Owner | object | Contact Owner
Tag | list | Tag
Record_Image | text | Contact Image
Last_Activity_Time | instant | Last Activity Time
Unsubscribed_Time | instant | Unsubscribed Time
Created_Time | instant | Created Time
Modified_Time | instant | Modified Time
Created_By | object | Created By
Modified_By | object | Modified By
`,
);

/** The Accounts module. */
export const crmAccount = fieldCatalog(
  'crm',
  'account',
  'CRM account',
  `
id | id | Record ID
*Account_Name | text 200 | Account Name
Account_Number | text 40 | Account Number
Account_Site | text 80 | Account Site
Account_Type | choice | Account Type | Analyst, Competitor, Customer, Distributor, Integrator, Investor, Partner, Press, Prospect, Reseller, Supplier, Vendor
Parent_Account | object | Parent Account
Phone | phone 30 | Phone
Fax | phone 30 | Fax
Website | url 450 | Website
Industry | choice | Industry | ASP, Data/Telecom, ERP, Government/Military, Large Enterprise, ManagementISV, MSP, Small/Medium Enterprise, Wireless Industry
Ownership | choice | Ownership | Other, Private, Public, Subsidiary
Employees | number | Employees
Annual_Revenue | amount | Annual Revenue
Rating | choice | Rating | Acquired, Active, Market Failed, Project Cancelled, Shut Down
SIC_Code | number | SIC Code
Ticker_Symbol | text 30 | Ticker Symbol
Billing_Street | text 250 | Billing Street
Billing_City | text 30 | Billing City
Billing_State | region 30 | Billing State
Billing_Code | postal-code 30 | Billing Code
Billing_Country | country 30 | Billing Country
Shipping_Street | text 250 | Shipping Street
Shipping_City | text 30 | Shipping City
Shipping_State | region 30 | Shipping State
Shipping_Code | postal-code 30 | Shipping Code
Shipping_Country | country 30 | Shipping Country
Currency | currency | Currency
Exchange_Rate | number | Exchange Rate
Description | text 32000 | Description
Owner | object | Account Owner
Tag | list | Tag
Last_Activity_Time | instant | Last Activity Time
Created_Time | instant | Created Time
Modified_Time | instant | Modified Time
Created_By | object | Created By
Modified_By | object | Modified By
`,
);

/** The Deals module. */
export const crmDeal = fieldCatalog(
  'crm',
  'deal',
  'CRM deal',
  `
id | id | Record ID
*Deal_Name | text 120 | Deal Name
Account_Name | object | Account Name
Contact_Name | object | Contact Name
Amount | amount | Amount
Currency | currency | Currency
Exchange_Rate | number | Exchange Rate
Closing_Date | date | Closing Date
*Stage | choice | Stage | Qualification, Needs Analysis, Value Proposition, Identify Decision Makers, Proposal/Price Quote, Negotiation/Review, Closed Won, Closed Lost, Closed Lost to Competition
Probability | number | Probability (%)
Expected_Revenue | amount | Expected Revenue
Type | choice | Type | Existing Business, New Business
Lead_Source | choice | Lead Source | Advertisement, Cold Call, Employee Referral, External Referral, Online Store, Partner
Campaign_Source | object | Campaign Source
Next_Step | text 100 | Next Step
Reason_For_Loss__s | choice | Reason For Loss | Expectation Mismatch, Price, Unqualified Customer, Lack of response, Missed Follow Ups, Wrong Target, Competition, Future Interest, Other
Sales_Cycle_Duration | number | Sales Cycle Duration
Overall_Sales_Duration | number | Overall Sales Duration
Lead_Conversion_Time | number | Lead Conversion Time
Description | text 32000 | Description
Owner | object | Deal Owner
Tag | list | Tag
Last_Activity_Time | instant | Last Activity Time
Created_Time | instant | Created Time
Modified_Time | instant | Modified Time
Created_By | object | Created By
Modified_By | object | Modified By
`,
);
