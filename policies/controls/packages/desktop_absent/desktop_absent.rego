# METADATA
# title: No graphical desktop is installed
# description: A desktop brings hundreds of programs and a display that listens, none of which a server needs.
# schemas:
#   - input.packages: schema.packages
# custom:
#   title_zh: 未安装图形桌面
#   description_zh: 图形桌面会带来数百个程序和监听中的显示服务，服务器均不需要。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.a]
#   evidence: [packages]
#   max_age: 26h
#   params:
#     desktops:
#       bound: superset
#       default: ["cinnamon*", "dde*", "deepin-desktop*", gdm3, "gnome-session*", gnome-shell, "kde-*", lightdm, "lxde*", "lxqt*", "mate-desktop*", "plasma-*", sddm, "task-*desktop", tightvncserver, "tigervnc-*", "ukui-*", weston, x11vnc, xdm, "xfce4*", xorg, xrdp, "xserver-xorg*", xwayland]
#   remedy: {role: minimal, tag: minimal_packages}
package controls.packages.desktop_absent

import data.lib.names

deny contains {"item": found.name, "expected": null, "actual": found.version} if {
	some found in input.packages.installed
	names.matches(found.name, data.params.packages.desktop_absent.desktops)
}
