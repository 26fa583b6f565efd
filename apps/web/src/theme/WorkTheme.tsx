import { App, ConfigProvider, theme, type ThemeConfig } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDark, useNarrow } from './useDark.js';

const FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', system-ui, sans-serif";

/** Ant Design in our colours. The greys are darker than its own so that every text keeps a contrast of 4.5:1. */
function themeOf(dark: boolean, narrow: boolean): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: dark ? '#4fb3ad' : '#0E6F6B',
      colorLink: dark ? '#4fb3ad' : '#0E6F6B',
      colorInfo: dark ? '#4fb3ad' : '#0E6F6B',
      colorSuccess: dark ? '#7fd39c' : '#1b6e3c',
      colorWarning: dark ? '#e0a030' : '#8a5300',
      colorError: dark ? '#ff9a91' : '#b3261e',
      colorBgBase: dark ? '#101716' : '#ffffff',
      // Its own lightened grounds are too bright for links on them.
      ...(dark && { colorBgContainer: '#101716', colorBgElevated: '#172120' }),
      colorTextBase: dark ? '#e6edec' : '#17211f',
      colorTextSecondary: dark ? '#b4c1bf' : '#4c5a58',
      colorTextTertiary: dark ? '#9eacaa' : '#5f6d6b',
      colorTextDescription: dark ? '#9eacaa' : '#5f6d6b',
      colorTextPlaceholder: dark ? '#9eacaa' : '#5f6d6b',
      colorTextQuaternary: dark ? '#9eacaa' : '#5f6d6b',
      colorTextLightSolid: dark ? '#06201f' : '#ffffff',
      colorBorder: dark ? '#768583' : '#7d8b89',
      colorBorderSecondary: dark ? '#2b3836' : '#dbe2e1',
      fontFamily: FONT,
      fontSize: narrow ? 16 : 15,
      lineHeight: 1.7,
      borderRadius: 8,
      controlHeight: narrow ? 44 : 40,
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
    components: {
      Table: { headerBg: dark ? '#172120' : '#f5f7f7', cellPaddingBlock: 10 },
      Button: { primaryShadow: 'none', contentLineHeight: 1.4 },
    },
  };
}

/** The workspace's component theme; public pages do without it and stay light. */
export function WorkTheme({ children }: { children: ReactNode }) {
  const dark = useDark();
  const narrow = useNarrow();
  const { i18n } = useTranslation('shell');
  return (
    <ConfigProvider theme={themeOf(dark, narrow)} locale={i18n.language === 'en' ? en : zh} button={{ autoInsertSpace: false }}>
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
