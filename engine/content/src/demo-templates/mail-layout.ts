import { SPEAKS_ENGLISH } from './speaks-english.ts';

/** The frame of the demo mails: a header with the sender's name, one white sheet, a footer with the way out. */
export const mailLayout = (mail: { readonly preview: string; readonly sheet: string }): string => `<mjml lang="zh-CN">
  <mj-head>
    <mj-raw>${SPEAKS_ENGLISH}</mj-raw>
    <mj-preview>${mail.preview}</mj-preview>
    <mj-attributes>
      <mj-all font-family="-apple-system, 'PingFang SC', 'Microsoft YaHei', 'Segoe UI', sans-serif" />
      <mj-text font-size="15px" line-height="1.75" color="#1d211c" padding="8px 32px" />
      <mj-button background-color="#0b6e4f" color="#ffffff" border-radius="8px" font-size="15px" font-weight="600" inner-padding="13px 26px" align="left" padding="16px 32px 8px" />
      <mj-divider border-width="1px" border-color="#e3e3da" padding="16px 32px" />
    </mj-attributes>
  </mj-head>
  <mj-body background-color="#f7f7f3">
    <mj-section padding="28px 0 14px">
      <mj-column>
        <mj-text font-size="17px" font-weight="700" color="#0b6e4f">{% if en %}Vendor{% else %}示例科技{% endif %}</mj-text>
      </mj-column>
    </mj-section>
    <mj-section background-color="#ffffff" border="1px solid #e3e3da" border-radius="14px" padding="26px 0 22px">
      <mj-column>
${mail.sheet}
      </mj-column>
    </mj-section>
    <mj-section padding="18px 0 40px">
      <mj-column>
        <mj-text font-size="12px" color="#777d72" line-height="1.7">
          {% if en %}You get this mail because you left us {{ lead.email }}. <a href="{{ unsubscribe_url }}" style="color:#565c53">Unsubscribe</a>
          {% else %}您收到这封邮件，是因为您曾在我们的网站或活动中留下 {{ lead.email }}。<a href="{{ unsubscribe_url }}" style="color:#565c53">退订此类邮件</a>{% endif %}
        </mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`;
